"""Calendar knowledge: EDTF ⇄ Period, arithmetic on dates, holidays, dates in words."""
