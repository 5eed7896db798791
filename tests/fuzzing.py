"""Random texts for the tagger, and what must hold of every answer to them."""
# ruff: noqa: RUF001 - odd characters are the point

import random
import re
from collections import Counter
from collections.abc import Callable, Iterator

from chronology.expressions.grammar import grammar
from chronology.expressions.rules import RULES
from chronology.model import Timex
from chronology.tagging import MODES, tag
from chronology.temporal import edtf

PUBLISHED = (
    None, "2019-12-11", "2019-12", "2019", "2024-02-29", "2020-01-01", "1582-10-04", "1400-02", "0001-01-01",
    "0001", "9999-12-31", "9999", "2500-06-15", "2019-12-11T23:59:59+03:00", "1900-03-01",
)  # fmt: skip
GAPS = (" ",) * 12 + (
    "", "-", "–", "—", ", ", ",", ".", ". ", "/", ":", "'", "’", " '", "\n", "\n\n", "\t", "  ", "\xa0", '"',
    "“", "”", "(", ")", ";", "$", "%", "#", "+", "*", "=", "@", "_", "\u200b", "\u2028",
)  # fmt: skip
ODD = (
    "\x00", "\ud800", "\udfff", "😀", "𝟚𝟘𝟙𝟡", "٢٠١٩", "²", "½", "①", "e\u0301", "\u0301\u0301", "\u202e",
    "שלום",
    "ﬁrst", "ſecond", "İstanbul", "ΩMEGA", "ß", "ǅ", "年", "五月", "\ufeff", "\u00ad", "ⅯⅯⅩ", "𐌀",
    "\U0010ffff",
)  # fmt: skip
SHAPES = (
    "{d}/{d}/{y}", "{y}-{d}-{d}", "{d}.{d}.{y}", "{m} {d}, {y}", "{d} {m} {y}", "{m} {d}-{d}", "{y}-{d}",
    "{d}:{d}", "{d}:{d}:{d}", "{y}s", "'{d}s", "{d}th century", "{n} {u} ago", "{n} {u}", "in {n} {u}",
    "{y} BC", "AD {y}", "Q{d} {y}", "{m} {d}, {d} and {d}", "{y}-{d}-{d}T{d}:{d}:{d}Z",
    "week {d} of {y}", "{n}-{u}", "the {d}th of {m}", "{w}, {m} {d}", "{w} the {d}th",
    "{n} {u} before {m} {y}", "last {w}", "next {m}",
    "${n}", "{n}%", "v{d}.{d}.{d}", "from {y} to {y}", "between {m} and {m} {y}", "{n}.{d} {u}",
    "{n} {u} and a half", "every {d} {u}", "{d} {m} {y} BC", "{d}-{d} {m} {y}", "{y}-{d} {m}",
    "{w} {d} {m} {y}",
)  # fmt: skip
LONG = 4000  # characters of the longest single text, besides the few very long ones


def words() -> list[str]:
    """Return every word that the lexicon knows, and the words of its phrases."""
    lexicon = grammar().lexicon
    known = {word for word in lexicon.classes if word.isalpha() and word.islower()}
    known |= {word for options in lexicon.phrases.values() for phrase, _, _ in options for word in phrase}
    return sorted(known)


class Generator:
    """Random texts; the same seed gives the same ones."""

    def __init__(self, seed: int) -> None:
        """Prepare the words."""
        self._random = random.Random(seed)
        lexicon = grammar().lexicon
        self._words = words()
        self._months, self._weekdays = list(lexicon.values["MONTH"]), list(lexicon.values["WEEKDAY"])
        self._examples = [
            word for rule in RULES for text in rule.examples for word in re.sub("[«»]", "", text).split()
        ]
        self._units = [*lexicon.values["UNIT"], *lexicon.values["UNITS"]]

    def text(self) -> str:
        """Return one text."""
        length = int(10 ** self._random.uniform(0, 3.6))
        pieces: list[str] = []
        habits = (self._mixed, self._mixed, self._repeated, self._dates, self._said)
        size, habit = 0, self._random.choice(habits)
        while size < length:
            piece = habit() + self._random.choice(GAPS)
            pieces.append(piece)
            size += len(piece)
        whole = "".join(pieces)[:LONG]
        return whole[: len(whole) - self._random.choice((0, 0, 1, 2, 5))]

    def _said(self) -> str:
        """Return some words of the rules' own examples: they end, and follow each other, anywhere."""
        first = self._random.randrange(len(self._examples))
        return " ".join(self._examples[first : first + self._random.randint(1, 6)])

    def _mixed(self) -> str:
        choose = self._random.random()
        if choose < 0.55:
            return self._case(self._random.choice(self._words))
        if choose < 0.7:
            return self._number()
        if choose < 0.9:
            return self._date()
        return self._random.choice(ODD) if choose < 0.96 else self._any()

    def _repeated(self) -> str:
        return (self._mixed() + self._random.choice(GAPS)) * self._random.randint(1, 30)

    def _dates(self) -> str:
        return self._date() + self._random.choice((" and", " to", ",", " or", "", " before", " after", " of"))

    def _date(self) -> str:
        pick = self._random.choice
        return pick(SHAPES).format(
            d=self._number(), y=self._number(), n=pick((self._number(), pick(self._words))),
            m=self._case(pick(self._months)), w=self._case(pick(self._weekdays)), u=pick(self._units),
        )  # fmt: skip

    def _number(self) -> str:
        kind = self._random.random()
        if kind < 0.45:
            return str(self._random.randint(0, 40))
        if kind < 0.8:
            return str(self._random.randint(1000, 2400))
        if kind < 0.9:
            return f"{self._random.randint(0, 99):0{self._random.randint(1, 6)}d}"
        return str(self._random.getrandbits(self._random.choice((10, 20, 40, 80, 300))))

    def _case(self, word: str) -> str:
        return self._random.choice((word, word, word.capitalize(), word.upper(), word.swapcase().title()))

    def _any(self) -> str:
        return "".join(chr(self._random.randrange(0x110000)) for _ in range(self._random.randint(1, 5)))


def problem(text: str, published: str | None, mode: str) -> str | None:
    """Return what is wrong with the answer for `text`; None where all is well."""
    try:
        timexes = tag(text, published, mode=mode)
        return next((found for found in _wrong(timexes, text) if found), None)
    except Exception as error:  # noqa: BLE001 - any exception at all is a finding
        return f"{type(error).__name__}: {error}"


def _wrong(timexes: tuple[Timex, ...], text: str) -> Iterator[str | None]:
    end = 0
    for timex in timexes:
        yield None if end <= timex.start < timex.end <= len(text) else "order or overlap"
        yield None if text[timex.start : timex.end] == timex.text else "text is not what stands there"
        end = timex.end
        yield from _unreasonable(timex)


def _unreasonable(timex: Timex) -> Iterator[str | None]:
    yield None if timex.because else "no reason is given"
    yield None if timex.derivation.steps else "no steps are given"
    yield None if timex.value or timex.unresolved else "neither a value nor a reason for having none"
    if timex.unresolved and timex.period is not None:
        yield "unresolved, and yet it has days"
    if timex.confidence is not None and not 0 <= timex.confidence <= 1:
        yield "confidence out of range"
    period = timex.period
    if period is not None:
        low, high = period.earliest, period.latest
        yield "ends before it starts" if low and high and low > high else None
        yield None if edtf.parse(period.edtf).edtf == period.edtf else f"EDTF {period.edtf} is not read back"


def shorten(text: str, fails: Callable[[str], bool]) -> str:
    """Return a short text that still fails: pieces are cut out while it does."""
    size = max(len(text) // 2, 1)
    while True:
        cut = next(
            (
                text[:i] + text[i + size :]
                for i in range(0, len(text), size)
                if fails(text[:i] + text[i + size :])
            ),
            None,
        )
        if cut is not None:
            text = cut
        elif size == 1:
            return text
        else:
            size //= 2


Failure = tuple[str, str | None, str]
"""Text, publication date, mode."""


def run(characters: int, seed: int) -> tuple[Counter[str], dict[str, Failure], int]:
    """Tag at least `characters` characters; return problems by kind, one of each, the characters."""
    generator, chance = Generator(seed), random.Random(seed)
    counts: Counter[str] = Counter()
    examples: dict[str, Failure] = {}
    done = 0
    while done < characters:
        text, published, mode = generator.text(), chance.choice(PUBLISHED), chance.choice(MODES)
        done += len(text)
        found = problem(text, published, mode)
        if found is not None:
            counts[found] += 1
            examples.setdefault(found, (text, published, mode))
    return counts, examples, done


def least(kind: str, failure: Failure) -> Failure:
    """Return the failure with as little text as still fails in the same way."""
    text, published, mode = failure
    return shorten(text, lambda cut: problem(cut, published, mode) == kind), published, mode
