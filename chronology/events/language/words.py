"""What a word may be: closed-class lists first, then lemminflect's tables, then its ending."""

import tomllib
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

_SHORTEST = 2
VERB_TAGS = frozenset({"VB", "VBP", "VBZ", "VBD", "VBN", "VBG"})
NOUN_TAGS = frozenset({"NN", "NNS", "NNP"})


@cache
def data(name: str) -> Mapping[str, Any]:
    """Return a word file of `chronology/events/data` (TOML), read once."""
    return tomllib.loads(files("chronology.events").joinpath("data", name).read_text(encoding="utf-8"))


@cache
def closed() -> Mapping[str, frozenset[str]]:
    """Word → tags of the closed classes."""
    table: dict[str, set[str]] = {}
    for tag, listed in data("closed.toml").items():
        if isinstance(listed, str):
            for word in listed.split():
                table.setdefault(word, set()).add(tag)
    table["to"] = {"TO", "IN"}
    return {word: frozenset(tags) for word, tags in table.items()}


@cache
def phrases() -> Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """First word → ((words, tag), …), the longest first."""
    table: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for tag, listed in data("phrases.toml").items():
        for phrase in listed.split("|"):
            parts = tuple(phrase.split())
            table.setdefault(parts[0], []).append((parts, tag))
    return {word: tuple(sorted(found, key=lambda item: -len(item[0]))) for word, found in table.items()}


@cache
def name_particles() -> frozenset[str]:
    """Lower-case words inside names: "bin", "van"."""
    return frozenset(data("names.toml")["particles"].split())


@cache
def saying_forms() -> frozenset[str]:
    """Forms of verbs of saying: after a noun they are its predicate, and a clause may follow."""
    return frozenset(data("closed.toml")["saying_forms"]["words"].split())


@cache
def accusing_forms() -> frozenset[str]:
    """Forms of verbs that take "of" and a deed ("accused her of taking")."""
    return frozenset(data("closed.toml")["accusing_forms"]["words"].split())


@cache
def human_forms() -> frozenset[str]:
    """Forms of what only persons and bodies do: after a bare capitalised word, the word is a name."""
    return frozenset(data("closed.toml")["human_forms"]["words"].split())


@cache
def state_adjectives() -> frozenset[str]:
    """Participles that name a state after "be" ("concerned", "pleased")."""
    return frozenset(data("closed.toml")["state_adjectives"]["words"].split())


@cache
def _tables() -> tuple[Any, Any]:
    import lemminflect  # noqa: PLC0415 its tables take 0.3 s to load: only when a text is read

    return lemminflect.getAllLemmas, lemminflect.getAllInflections


@lru_cache(maxsize=50_000)
def lemmas(word: str) -> Mapping[str, tuple[str, ...]]:
    """Lower-case word → {"VERB": (lemmas…), "NOUN": …, "ADJ": …, "ADV": …} from the tables."""
    found: Mapping[str, tuple[str, ...]] = _tables()[0](word)
    return found


@lru_cache(maxsize=20_000)
def inflections(lemma: str, upos: str) -> Mapping[str, tuple[str, ...]]:
    """Lemma → {Penn tag: forms}, e.g. {"VBD": ("met",)}."""
    found: Mapping[str, tuple[str, ...]] = _tables()[1](lemma, upos)
    return found


@lru_cache(maxsize=50_000)
def readings(word: str) -> frozenset[str]:
    """Return the tags that a lower-case word may have; empty where nothing is known."""
    exact = _exact().get(word)
    if exact:
        return exact
    tags = set(closed().get(word, ()))
    if tags and not tags <= {"JJ", "NN", "NNS"}:
        return frozenset(tags)
    found = lemmas(word)
    for lemma in found.get("VERB", ()):
        tags.update(_verb_tags(word, lemma))
    if "NOUN" in found and not ("VERB" in found and word in _never_nouns()):
        tags.add("NN" if word in found["NOUN"] else "NNS")
    tags.update(tag for tag, upos in (("JJ", "ADJ"), ("RB", "ADV")) if upos in found)
    if "NNS" in closed().get(word, ()):
        tags.discard("NN")  # "troops"
    return frozenset(tags) or _by_ending(word)


@cache
def _exact() -> Mapping[str, frozenset[str]]:
    """Past forms whose other readings ("to fell", "a rose") only mislead."""
    table = data("closed.toml")["exact"]
    past = dict.fromkeys(table["VBD"].split(), frozenset({"VBD"}))
    both = dict.fromkeys(table["both"].split(), frozenset({"VBD", "VBN"}))
    plain = dict.fromkeys(table["JJ"].split(), frozenset({"JJ"}))
    return {**past, **plain, "said": frozenset({"VBD", "VBN"}), "told": frozenset({"VBD", "VBN"}), **both}


@cache
def demonyms() -> frozenset[str]:
    """Adjectives of countries ("Russian")."""
    text = files("chronology.events").joinpath("data", "countries.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return frozenset(name for row in rows if len(row) > 2 for name in row[2].split("|") if name)  # noqa: PLR2004 third column


@cache
def _never_nouns() -> frozenset[str]:
    return frozenset(data("closed.toml")["never_nouns"]["words"].split())


def _verb_tags(word: str, lemma: str) -> set[str]:
    forms = inflections(lemma, "VERB")
    tags = {tag for tag, listed in forms.items() if word in listed}
    if "VBD" in tags and ("VBN" not in forms or word.endswith("ed")):  # a participle that equals the past
        tags.add("VBN")
    return (tags & VERB_TAGS) or _ending_tags(word, lemma)


def _ending_tags(word: str, lemma: str) -> set[str]:
    if word == lemma:
        return {"VB", "VBP"}
    if word.endswith("ing"):
        return {"VBG"}
    return {"VBZ"} if word.endswith("s") else {"VBD", "VBN"}


def _by_ending(word: str) -> frozenset[str]:
    if "-" in word:
        last = word.rsplit("-", 1)[1]
        tags = readings(last) if last else frozenset()
        if tags & {"VBD", "VBN"}:
            return frozenset({"JJ", "VBD", "VBN"})
        return frozenset({"JJ"}) if tags & {"VBG", "JJ"} else frozenset({"NN"}) | (tags & {"NNS"})
    for ending, tag in (
        ("ly", "RB"),
        ("ing", "VBG"),
        ("ed", "VBN"),
        ("ous", "JJ"),
        ("ian", "JJ"),
        ("s", "NNS"),
    ):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            return frozenset({tag, "VBD"}) if tag == "VBN" else frozenset({tag})
    return frozenset({"NN"})


@lru_cache(maxsize=20_000)
def lemma_of(word: str, tag: str) -> str:
    """Base form of a lower-case word that bears `tag` ("met", VBD → "meet"; "talks", NNS → "talk")."""
    upos = "VERB" if tag in VERB_TAGS else "NOUN" if tag in NOUN_TAGS else "ADJ" if tag == "JJ" else ""
    found = lemmas(word).get(upos, ()) if upos else ()
    if not found and "-" in word and upos == "VERB":
        first, _, last = word.rpartition("-")
        return f"{first}-{lemma_of(last, tag)}"
    if not found and upos == "VERB":
        return _regular_base(word)
    if upos == "VERB" and len(found) > 1:
        found = tuple(item for item in found if tag in _verb_tags(word, item)) or found
    return found[0] if found else word


def _regular_base(word: str) -> str:
    """Base form of a regular past that the tables lack ("capsized")."""
    stem = word.removesuffix("ed")
    if stem == word or len(stem) <= _SHORTEST:
        return word
    if stem.endswith("i"):
        return f"{stem[:-1]}y"
    if stem[-1] == stem[-2] and stem[-1] not in "lsfz":
        return stem[:-1]
    return f"{stem}e" if stem[-1] in "zvscgu" else stem


@lru_cache(maxsize=5_000)
def inflect(lemma: str, tag: str) -> str:
    """Form of a verb: ("meet", "VBZ") → "meets"."""
    irregular = {("be", "VBZ"): "is", ("be", "VBP"): "are", ("have", "VBZ"): "has"}
    if (lemma, tag) in irregular:
        return irregular[lemma, tag]
    first, dash, last = lemma.rpartition("-")
    if dash:
        return f"{first}-{inflect(last, tag)}"
    table = inflections(lemma, "VERB")
    forms = table.get(tag, ()) or (table.get("VBD", ()) if tag == "VBN" else ())
    return forms[0] if forms else _regular(lemma, tag)


def _regular(lemma: str, tag: str) -> str:
    """Form of a verb that the tables lack, by rule."""
    if tag == "VBZ":
        return f"{lemma}es" if lemma.endswith(("s", "x", "z", "ch", "sh")) else f"{lemma}s"
    if tag in {"VBD", "VBN"}:
        return f"{lemma}d" if lemma.endswith("e") else f"{lemma}ed"
    return lemma
