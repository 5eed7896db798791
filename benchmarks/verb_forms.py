"""Write the forms of English verbs that tell tense, from lemminflect's tables, as lexicon data.

    python benchmarks/verb_forms.py > chronology/expressions/lexicon/en/verbs.txt

Run once; the tables themselves take too long to load for tagging. One line for each kind of form: pasts that
do not end in "ed", third persons that are nothing but verbs ("retires"), and those that are plurals too.
"""

import csv
import gzip
import io
import sys
from importlib import import_module, resources
from typing import Any

_NAMES = frozenset({"blitz"})  # of operations, sooner than verbs


def forms() -> dict[str, set[str]]:
    """Return the forms by kind."""
    lemmas: Any = import_module("lemminflect").getAllLemmas
    table = (resources.files("lemminflect") / "resources" / "infl_lu.csv.gz").read_bytes()
    found: dict[str, set[str]] = {"past": set(), "present": set(), "either": set()}
    for lemma, kind, *cells in csv.reader(io.StringIO(gzip.decompress(table).decode())):
        if kind != "verb" or not (lemma.isalpha() and lemma.islower()) or lemma in _NAMES:
            continue
        pasts = {form for cell in cells[:2] for form in cell.split("/")} - {lemma}
        found["past"] |= {form for form in pasts if not form.endswith("ed") and set(lemmas(form)) == {"VERB"}}
        for form in (form for form in cells[-1].split("/") if form.endswith("s")):
            found["present" if set(lemmas(form)) == {"VERB"} else "either"].add(form)
    return {kind: {form for form in words if form.isalpha()} for kind, words in found.items()}


if __name__ == "__main__":
    for kind, words in forms().items():
        sys.stdout.write(f"{kind} {' '.join(sorted(words))}\n")
