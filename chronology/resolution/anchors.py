"""What meanings are resolved against: the time of writing, and the dates that the text has mentioned."""

from dataclasses import dataclass, field
from datetime import datetime

from chronology.model import CreationTime, Granularity
from chronology.model.meaning import Expression, Lean
from chronology.model.quick import quick
from chronology.model.timex import NO_ANCHOR, Anchor, AnchorKind
from chronology.resolution.when import When, of_period

_G = Granularity


@quick
@dataclass(frozen=True, slots=True)
class Mention:
    """A date that the text has mentioned: the timex, its words and its value.

    `glance`: the text looks back or aside at it, and goes on where it was: "a year earlier", "since 1995",
    a date inside a quotation. `planned`: it was still to come, and only plans count from it.
    """

    ref: str
    text: str
    when: When
    sentence: int
    quoted: bool = False
    explicit: bool = False
    glance: bool = False
    planned: bool = False

    @property
    def anchor(self) -> Anchor:
        """The anchor that points to it."""
        return Anchor(AnchorKind.TIMEX, self.ref, self.text, self.when.period())


@dataclass(slots=True)
class Anchors:
    """Where we are in the text: `writing` is the DCT (None: unknown), `mentions` the dates so far.

    `reported` is the quarter that a business report is about: "a year earlier" is that quarter a year before.
    `previous` is the expression before, with its date where it has one; `following` the one after, which will
    be the timex `following_ref`. `entry` is the date that heads the passage: "March 2003 - Farmers sue."
    `span` is the range that the text is about: "between July 1864 and February 1865".
    """

    creation: CreationTime | None
    narrative: bool = False
    writing: When | None = None
    mentions: list[Mention] = field(default_factory=list)
    reported: Mention | None = None
    previous: tuple[Expression, Mention | None] | None = None
    following: Expression | None = None
    following_ref: str = ""
    entry: tuple[Expression, Mention] | None = None
    span: tuple[Mention, Mention] | None = None
    _published: Anchor = NO_ANCHOR

    def __post_init__(self) -> None:
        """Read the DCT at its own granularity."""
        if self.creation is not None:
            self.writing = of_period(self.creation.period)
            self._published = Anchor(AnchorKind.DCT, "dct", "", self.creation.period)

    @property
    def year(self) -> int:
        """The year of writing; 0 where it is unknown."""
        return 0 if self.writing is None else self.writing.year

    @property
    def moment(self) -> datetime | None:
        """The instant of publication, where a clock time is known."""
        return None if self.creation is None else self.creation.moment

    def dct_anchor(self) -> Anchor:
        """Return the DCT as an anchor."""
        return self._published

    def last(self, unit: Granularity = _G.MILLENNIUM) -> Mention | None:
        """Return the latest mention that is at least as fine as `unit`."""
        for mention in reversed(self.mentions[-_REMEMBERED:]):
            if not unit.finer_than(mention.when.unit):
                return mention
        return None

    def story(self, unit: Granularity, *, ahead: bool = False) -> Mention | None:
        """Return the latest mention, at least as fine as `unit`, to which the story has moved.

        `ahead`: what counts from it is a plan, and may count from another.
        """
        for item in reversed(self.mentions[-_REMEMBERED:]):
            if not (item.glance or (item.planned and not ahead) or unit.finer_than(item.when.unit)):
                return item
        return self.last(unit)

    def day_spoken_of(self, expression: Expression) -> Mention | None:
        """Return the latest day mentioned, for something past not after the time of writing.

        What others say in quotation marks counts only among itself.
        """
        past = expression.lean is Lean.PAST and self.writing is not None
        for mention in reversed(self.mentions[-_REMEMBERED:]):
            fits = mention.when.is_day and (expression.quoted or not mention.quoted)
            if fits and not (past and self.lies_ahead(mention.when)):
                return mention
        return None

    def lies_ahead(self, when: When) -> bool:
        """Tell whether a date begins after the time of writing."""
        latest = None if self.writing is None else self.writing.period().latest
        return latest is not None and when.year > 0 and when.first_day > latest

    def other_year(self) -> Mention | None:
        """Return the latest mention of another year than that of writing."""
        now = None if self.writing is None else self.writing.year
        dated = (item for item in reversed(self.mentions[-_REMEMBERED:]) if item.when.year != now)
        return next((item for item in dated if not _G.YEAR.finer_than(item.when.unit)), None)

    def told(self, unit: Granularity) -> list[Mention]:
        """Return the last three dates of the story, at least as fine as `unit`, last first."""
        moved = (item for item in reversed(self.mentions) if not item.glance)
        return [item for item in moved if not unit.finer_than(item.when.unit)][:_RECENT]

    def passage(self, expression: Expression) -> Mention | None:
        """Return the full date of years before that news are at: "It fell on 3 June 1912. In September".

        It stands in the same sentence or the one before, and what is told is past, not "has fallen".
        """
        last = (
            self.mentions[-1] if self.mentions and not self.narrative and self.writing is not None else None
        )
        if last is None or last.quoted or last.glance or not last.explicit or not last.when.month:
            return None
        told = expression.lean is Lean.PAST and expression.cue not in _PERFECT
        near = last.sentence >= expression.sentence - 1
        old = 0 < last.when.year < self.year - _LONG_AGO
        return last if told and near and old else None

    def mention(self, mention: Mention) -> None:
        """Remember a date."""
        self.mentions.append(mention)
        if len(self.mentions) > 2 * _REMEMBERED:
            del self.mentions[:-_REMEMBERED]


_REMEMBERED = 12
_RECENT = 3
_LONG_AGO = 2  # years before the publication
_PERFECT = frozenset({"has", "have", "since", "ago"})
