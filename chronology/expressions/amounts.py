"""Numbers in words and digits: "twenty-four", "two thousand", "1.5", "a few"."""

from chronology.expressions.lexicon import Lexicon

_HUNDRED = 100


def amount(words: list[str], lexicon: Lexicon) -> float | None:
    """Read a COUNT: words and gaps in lower case. None: an amount that is not stated ("several")."""
    values = lexicon.values
    names = words[::2]
    if "couple" in names:
        return 2
    if any(name in values["FEW"] for name in names):
        return None
    if "dozen" in names:
        before = words[: 2 * names.index("dozen") - 1]
        return 12 * ((amount(before, lexicon) if before else 1) or 1)
    part: float | None = values["VULGAR"].get(names[-1]) or values["HALF"].get(names[0])  # "2½", "half"
    if part is not None:
        return part + (int(names[0]) if names[0].isdecimal() else 0)
    if names[0].isdecimal():
        return _digits(words, values["SCALE"])
    return _spoken(names, values)


def _digits(words: list[str], scale: dict[str, int]) -> float:
    figure, index = float(words[0]), 2
    while index < len(words) and words[index].isdecimal():
        gap, more = words[index - 1], words[index]
        if gap in {"^", "."}:
            figure += float(f"0.{more}")
        elif gap == "/":
            figure = (figure - int(words[0])) + int(words[0]) / (int(more) or 1)
        elif gap == ",":
            figure = figure * 1000 + int(more)
        else:  # 2 1/2
            nxt = words[index + 2] if index + 2 < len(words) else "1"
            return figure + int(more) / (int(nxt) or 1)
        index += 2
    for word in words[index::2]:
        figure *= scale.get(word, 1)
    return figure


def _spoken(names: list[str], values: dict[str, dict[str, float]]) -> float:
    total, part = 0.0, 0.0
    for name in names:
        if name in values["SCALE"]:
            scale = values["SCALE"][name]
            part = (part or 1) * scale
            if scale > _HUNDRED:
                total, part = total + part, 0.0
        elif name in values["TENS"] or name in values["NUMBER"]:
            part += values["TENS"].get(name) or values["NUMBER"][name]
    return total + part or 1.0


def ordinal(words: list[str], lexicon: Lexicon) -> int:
    """Read an ORD: "third", "3rd", "twenty-first"."""
    values = lexicon.values
    if words[0].isdecimal():
        return int(words[0])
    if words[0] in values["TENS"]:
        return int(values["TENS"][words[0]]) + int(values["ORDINAL"][words[2]])
    return int(values["ORDINAL"][words[0]])
