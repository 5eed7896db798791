"""Who and what a noun group names: persons, countries, organisations, places, instruments."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from chronology.events.gazetteer import countries, listed, role_synonyms
from chronology.events.language.clauses import Sentence
from chronology.events.language.tagger import Word


class Kind(StrEnum):
    """What a name stands for."""

    PERSON = "person"
    COUNTRY = "country"
    ORGANISATION = "organisation"
    PLACE = "place"
    INSTRUMENT = "instrument"
    THING = "thing"


@dataclass(frozen=True, slots=True)
class Entity:
    """Something named: `name` is canonical, `short` is for titles ("Trump" for "Donald Trump")."""

    name: str
    kind: Kind
    short: str = ""

    @property
    def label(self) -> str:
        """The short form, or the name."""
        return self.short or self.name

    @property
    def acts(self) -> bool:
        """Whether it can be a participant."""
        return self.kind in {Kind.PERSON, Kind.COUNTRY, Kind.ORGANISATION}


def short_name(full: str) -> str:
    """Name under which headlines speak of a person: the last one, its particle with it.

    The whole name where the family name comes first, and for popes and kings.
    """
    parts = full.split()
    if (parts[0].lower() in listed("family_first") and len(parts) > 1) or set(parts[-1]) <= set("IVX"):
        return full
    last = len(parts) - 1
    if {"bin", "ibn", "bint"} & {part.lower() for part in parts}:
        return full
    if parts[last].lower() in listed("after_names") or parts[0].lower() in listed("particles"):
        return full
    particle = next((at for at, part in enumerate(parts) if at and part in listed("particles")), last)
    return " ".join(parts[particle:])


def without_legal_form(name: str) -> str:
    """Name of a company as headlines write it: "Vaara" for "Vaara Oyj"."""
    first, _, last = name.rpartition(" ")
    return first if first and last.lower().rstrip(".") in listed("legal_forms") else name


def fold(name: str) -> str:
    """Key under which spellings of one surname meet: Zelensky and Zelenskyy, Yeltsin and Yel'tsin."""
    key = re.sub(r"[\u2019'`]", "", name.lower())
    return re.sub(r"(?:iy|ii|yi|yy|y|i)$", "y", key).replace("kh", "h").replace("ll", "l")


@dataclass
class People:
    """The persons of one document: surname → full name, and role → person."""

    full: dict[str, str] = field(default_factory=dict)
    roles: dict[tuple[str, str], str] = field(default_factory=dict)
    known: set[str] = field(default_factory=set)  # surnames that stand alone or after an office
    females: dict[str, bool] = field(default_factory=dict)  # by a title, or by "he" and "she" so far

    def add(self, parts: Sequence[str]) -> str:
        """Remember a name and return the fullest form known for its surname."""
        key = fold(parts[0] if parts[0].lower() in listed("family_first") else parts[-1])
        name = " ".join(parts)
        known = self.full.get(key, "")
        if len(parts) > len(known.split()) and (" " not in known or set(known.split()) <= set(parts)):
            self.full[key] = name
        if {"bin", "ibn", "bint"} & {part.lower() for part in parts}:
            self.full.setdefault(fold(parts[0]), name)  # "Nasser" for "Nasser bin Ali"
        return self.full[key]

    def get(self, surname: str) -> str | None:
        """Full name for a surname, or None."""
        return self.full.get(fold(surname))

    def short(self, full: str) -> str:
        """The name for titles: the surname, if the text itself ever uses it alone or after an office."""
        short = short_name(full)
        return short if fold(short) in self.known else full

    def is_female(self, name: str) -> bool | None:
        """Whether a person is a woman; None where nothing tells."""
        first = name.partition(" ")[0].lower() if " " in name else ""
        given = True if first in listed("given_female") else False if first in listed("given_male") else None
        return self.females.get(name, given)

    def with_role(self, role: str, country: str, recent: Sequence[str], exclude: str = "") -> str | None:
        """Return who holds `role` for `country` ("" = not said).

        Of several, the one named most (`recent`: latest first).
        """
        role = role_synonyms().get(role, role)
        if country and (role, country) in self.roles:
            return self.roles[role, country]
        matches = [
            name
            for (known, of), name in self.roles.items()
            if (known == role or known.endswith(" " + role)) and (not country or not of or of == country)
        ]
        matches = [name for name in matches if name != exclude]
        return max(matches, key=recent.count, default=None)


@dataclass(frozen=True, slots=True)
class NameParts:
    """A run of names taken apart: country words, role words, then the name itself."""

    country: str
    role: str
    name: tuple[str, ...]


def take_apart(words: Sequence[Word]) -> NameParts:
    """Split "Russian Deputy Foreign Minister Sergey Petrov" into country, role and name."""
    country = ""
    role: list[str] = []
    at = _described_until(words)
    role.extend(word.lower for word in words[at - 1 : at])
    while at < len(words):
        size, found = _country_at(words, at)
        token = words[at]
        parts = token.lower.split()
        if found and not role and size < len(words) - at:
            country = found
            at += size
        elif all(_title_word(part) for part in parts) and (at + 1 < len(words) or " " in token.lower):
            role.append(token.lower.rstrip("."))
            at += 1
        elif token.lower in {"the", "'s", "\u2019s", "a", "an"} and not role:
            at += 1
        else:
            break
    if not role and (later := _role_inside(words, at)):
        return NameParts(country, words[later].lower, tuple(word.text for word in words[later + 1 :]))
    rest = tuple(word.text for word in words[at:])
    gathering = bool(rest) and rest[-1].lower() in listed("gatherings")
    if role and (is_organisation(rest) or gathering or not _personal(role[-1])):
        return NameParts(
            country,
            "",
            tuple(word.text for word in words if word.tag == "NNP" and word.text not in countries()),
        )
    return NameParts(country, role_synonyms().get(" ".join(role), " ".join(role)), rest)


def _described_until(words: Sequence[Word]) -> int:
    """Words of a description in small letters before the name ("Peruvian-born economist Elena Quispe")."""
    common = [at for at, word in enumerate(words) if word.tag in {"NN", "JJ"} and word.text.islower()]
    last = common[-1] + 1 if common else 0
    return last if last < len(words) and all(word.tag == "NNP" for word in words[last:]) else 0


def _role_inside(words: Sequence[Word], at: int) -> int:
    """Find the office after an organisation: "World Bank President David Malpass"; 0 where there is none."""
    for here in range(len(words) - 2, at, -1):
        if words[here].lower.split()[-1] in listed("person_roles") and not is_organisation(
            [word.text for word in words[here + 1 :]]
        ):
            return 0 if words[-1].lower in listed("gatherings") else here
    return 0


def _personal(role: str) -> bool:
    last = role.rsplit(maxsplit=1)[-1]
    return (
        last in listed("person_roles") | listed("addresses")
        or last.removesuffix("s") in listed("person_roles")
        or role in _FORMS
    )


def _country_at(words: Sequence[Word], at: int) -> tuple[int, str]:
    for size in (3, 2, 1):
        text = " ".join(word.text for word in words[at : at + size])
        found = countries().get(text)
        if found is not None and found.role != "capital" and at + size <= len(words):
            return size, found.name
    return 0, ""


def without_country(words: Sequence[Word]) -> tuple[str, list[Word]]:
    """Return the country that the words name ("South Korean"), or "", and the words without it."""
    for at in range(len(words)):
        size, country = _country_at(words, at)
        if country:
            return country, [*words[:at], *words[at + size :]]
    return "", list(words)


_SINGULAR = ("ss", "us", "is", "os", "as")


def is_people(sentence: Sentence, at: int) -> bool:
    """Tell a plural name with its article ("the Persians") from one that only ends in s ("the Acropolis")."""
    group = sentence.noun(at)
    if group is None:
        return False
    *before, last = sentence.words[group.first : group.last]
    plain = last.tag == "NNP" and last.lower.endswith("s") and not last.lower.endswith(_SINGULAR)
    whole = " ".join(word.text for word in (*before[1:], last))
    known = last.text in countries() or whole in countries() or is_organisation([last.text])
    if group.owner is not None:  # "Novak's Social Democrats"
        before = list(sentence.words[group.owner.last : group.last - 1])
    opens = bool(before) and (before[0].lower == "the" or before[0].tag == "POS")
    named = opens and all(word.tag == "NNP" for word in before[1:])
    return plain and named and not known


def is_organisation(name: Sequence[str]) -> bool:
    """Tell an organisation by its words ("Foreign Ministry", "General Assembly")."""
    cues = listed("organisation")
    return any(part.lower().rstrip(".") in cues for part in name)


def is_place(name: Sequence[str]) -> bool:
    """Tell a place by its words ("Persian Gulf") or by the list of cities."""
    if " ".join(name) in listed("cities"):
        return True
    return len(name) > 1 and (
        name[-1].lower() in listed("places") or name[0].lower() in listed("place_starts")
    )


def runs(sentence: Sentence, at: int) -> list[tuple[Word, ...]]:
    """Return the runs of names in noun group `at`, titles and demonyms included."""
    group = sentence.noun(at)
    out: list[tuple[Word, ...]] = []
    if group is None:
        return out
    run: list[Word] = []
    for word in sentence.words[group.first : group.last]:
        named = word.tag == "NNP" or (word.tag in {"NN", "JJ"} and _is_title(word) and word.lower != "new")
        if named or (word.tag == "POS" and run and run[-1].text in countries()):
            run.append(word)
            continue
        if run:
            out.append(tuple(run))
        run = []
    if run:
        out.append(tuple(run))
    return [item for item in out if any(word.tag == "NNP" for word in item)]


def _is_title(word: Word) -> bool:
    return all(_title_word(part) for part in word.lower.split())


def _title_word(part: str) -> bool:
    return part == "of" or part in listed("titles") or part.removesuffix("s") in listed("titles")


_FORMS = frozenset(
    {
        "prime minister",
        "vice president",
        "mr",
        "mrs",
        "ms",
        "dr",
        "sir",
        "lord",
        "lady",
        "miss",
        "secretary of state",
        "secretary general",
    }
)


def is_human(head: Word) -> bool:
    """Tell a person's description by its ending or the list of roles ("registrar", "lawyer")."""
    ending = head.lower.endswith(("er", "or", "ar", "ist", "man", "woman", "ent", "ian", "ee"))
    role = head.lower.split()[0] in {"chargé", "charge"} and " " in head.lower
    known = head.lower in listed("person_roles") | listed("humans")
    return role or known or (ending and not head.lower.endswith("ment"))
