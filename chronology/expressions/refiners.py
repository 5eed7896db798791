"""What is done to the list of found expressions, in order: joined, spread, widened, given a mod."""

from collections.abc import Callable

from chronology.expressions.anniversaries import anniversaries
from chronology.expressions.dated_events import events
from chronology.expressions.feasts import beside_dates
from chronology.expressions.hours import bare_hours, hours, share_day, share_zone
from chronology.expressions.joins import compose, count_from, join_clock, part_of_day, quarters
from chronology.expressions.lists import spread
from chronology.expressions.portions import portions, take_article, take_period_article, word_before
from chronology.expressions.rule import Draft
from chronology.expressions.sharing import share_bracketed, share_month, share_set, share_year, take_year
from chronology.expressions.tokens import Tokens
from chronology.model import TimexType
from chronology.model.meaning import Calendar, Length, Origin, Shift, Vague

_COUNTED = {"ago", "earlier", "later", "from now", "a year and a half ago"}
_COUNTED |= {f"two and a half years {word}" for word in ("ago", "earlier", "later")}
_SHIFTED = {"MORE_THAN": ("BEFORE", "AFTER"), "LESS_THAN": ("AFTER", "BEFORE")}
_NEAR_HOUR = {("about",), ("around",), ("approximately",), ("roughly",)}
_NEAR_YEAR = {("around",), ("circa",), ("ca",), ("c",)}
_AHEAD, _BEHIND = 12, 5  # words in which a verb tells that "in two weeks" lies ahead
_LONGEST = 4  # words of the longest mod


def articles(drafts: list[Draft], tokens: Tokens) -> list[Draft]:
    """Take in the "the" before expressions whose rule wants it, and before spelt-out lengths."""
    for draft in drafts:
        wants = draft.rule.article or (isinstance(draft.meaning, Length) and _is_spaced(draft, tokens))
        if draft.rule.name == "three-year period":
            take_period_article(draft, tokens)
        elif wants and not _is_nouns(draft, tokens):
            take_article(draft, tokens)
    return drafts


def _is_nouns(draft: Draft, tokens: Tokens) -> bool:
    """Tell whether the article belongs to the noun that follows."""
    if isinstance(draft.meaning, Length) and _is_count_of_one(draft, tokens):
        return True
    return _is_adjective(draft, tokens) or _is_plain_day(draft, tokens) or _is_season(draft, tokens)


def _is_season(draft: Draft, tokens: Tokens) -> bool:
    """Tell "the summer offensive" from "the summer"."""
    if draft.rule.name != "season" or tokens.pieces[draft.last] != " ":
        return False
    return tokens.lower(draft.last + 1) in tokens.lexicon.contexts["season_noun"]


def _is_spaced(draft: Draft, tokens: Tokens) -> bool:
    """Tell "the nine months" from "the 30-day truce" and from "the months"."""
    return draft.last - draft.first > 1 and "-" not in tokens.pieces[draft.first + 1 : draft.last : 2]


def _is_count_of_one(draft: Draft, tokens: Tokens) -> bool:
    """Tell "two day" of "the two day rally", which stands for its noun, from "the two days"."""
    counted = tokens.is_a(draft.first, "INT") or tokens.is_a(draft.first, "NUMBER")
    singular = tokens.is_a(draft.last - 1, "UNIT") and tokens.pieces[draft.last] == " "
    return counted and singular and tokens.lower(draft.first) not in {"one", "1"}


def _is_plain_day(draft: Draft, tokens: Tokens) -> bool:
    """Tell "the 15 April deadline", whose article is the noun's, from "the 15th of April"."""
    if not draft.rule.name.startswith("day month") or not tokens.pieces[draft.first].isdigit():
        return False
    return tokens.pieces[draft.first + 1] != "" and tokens.lower(draft.first + 2) != "of"


def _is_adjective(draft: Draft, tokens: Tokens) -> bool:
    """Tell "the third-quarter loss": hyphenated, it stands for its noun and leaves the article to it."""
    joined = draft.last - draft.first > 1 and tokens.pieces[draft.last - 2] == "-"
    return joined and tokens.pieces[draft.last] == " " and not tokens.pieces[draft.last - 1].isdecimal()


def approximations(drafts: list[Draft], tokens: Tokens) -> list[Draft]:
    """Read "about", "more than", "nearly", "at least" before an amount or a date as its mod."""
    mods = tokens.lexicon.mods["before"]
    nearest = {words[-1] for words in mods}
    for draft in drafts:
        if draft.mod is not None or draft.type is TimexType.SET or isinstance(draft.meaning, Vague):
            continue
        if _word_before(draft, tokens, 1) not in nearest:
            continue
        for size in range(_LONGEST, 0, -1):
            words = tuple(_word_before(draft, tokens, distance) for distance in range(size, 0, -1))
            mod = mods.get(words)
            if mod is not None and _takes(draft, words, tokens):
                draft.mod, draft.first = _mod(draft, mod), draft.first - 2 * size
                break
    return drafts


def _word_before(draft: Draft, tokens: Tokens, distance: int) -> str:
    index = draft.first - 2 * distance
    return tokens.lower(index) if index >= 1 and tokens.classes[index + 1] in " ." else ""


def _takes(draft: Draft, words: tuple[str, ...], tokens: Tokens) -> bool:
    """Tell whether the words before belong to the expression."""
    meaning = draft.meaning
    if draft.type is TimexType.DURATION:
        starts = tokens.lower(draft.first)
        if words == ("over",) and (starts == "last" or _is_during(draft, tokens)):
            return False
        return starts != "the" or words == ("at", "least")
    if isinstance(meaning, Shift):
        return meaning.count not in {0, None} and draft.rule.name in _COUNTED
    hour = isinstance(meaning, Calendar) and meaning.clock is not None and meaning.clock.hour is not None
    if hour and words in _NEAR_HOUR:
        return True  # "about 6:30 a.m. Saturday"
    if words == ("about",):
        return isinstance(meaning, Calendar) and meaning.bc
    near = words in _NEAR_YEAR and isinstance(meaning, Calendar)
    return near and tokens.pieces[draft.last + 1 : draft.last + 2] != ["s"]


def _is_during(draft: Draft, tokens: Tokens) -> bool:
    """Tell "over a two-week period", "met over four days in July" from "lasted over four days in July"."""
    contexts = tokens.lexicon.contexts
    if draft.rule.name == "three-year period" or _word_before(draft, tokens, 2) in contexts["held_over"]:
        return True
    contexts, after = tokens.lexicon.contexts, draft.last + 1
    dated = tokens.lower(after) == "in" and (
        tokens.is_a(after + 2, "MONTH") or tokens.is_a(after + 2, "YEAR")
    )
    return dated and _word_before(draft, tokens, 2) not in contexts["takes_time"]


def _mod(draft: Draft, mod: str) -> str:
    """Return the mod; "more than … ago" is BEFORE, "more than … later" AFTER."""
    if isinstance(draft.meaning, Shift) and mod in _SHIFTED:
        return _SHIFTED[mod][(draft.meaning.count or 0) > 0]
    return mod


def future_lengths(drafts: list[Draft], tokens: Tokens) -> list[Draft]:
    """Read "expires in a little over a year" as a point in the future, not as a length."""
    for draft in drafts:
        meaning = draft.meaning
        if not isinstance(meaning, Length) or len(meaning.parts) != 1 or word_before(draft, tokens) != "in":
            continue
        if tokens.lower(draft.first) == "the" or not _looks_ahead(draft, tokens):
            continue
        count, unit = meaning.parts[0]
        draft.meaning = Shift(count, unit, Origin.WRITING, unit, business=meaning.business, counted=True)
        draft.type, draft.first = TimexType.DATE, draft.first - 2
        draft.mod = _SHIFTED[draft.mod][1] if draft.mod in _SHIFTED else draft.mod
    return drafts


def _looks_ahead(draft: Draft, tokens: Tokens) -> bool:
    """Tell "expires in a year", "will be held in a year", "In a year, it expires" from "built in a year"."""
    contexts = tokens.lexicon.contexts
    word = word_before(draft, tokens, 2)
    verb = word_before(draft, tokens, 3) if word in contexts["particles"] else word  # "comes up in a year"
    if verb in contexts["schedule"]:
        return True
    if word in contexts["ranks"] or word.endswith("est"):
        return False  # "the first in three years", "the largest in a decade"
    preposition = draft.first - 2
    if preposition < 3 or set(tokens.pieces[preposition - 1]) & set(".!?\n"):  # noqa: PLR2004 - nothing before
        ahead = range(draft.last + 1, min(draft.last + 2 * _AHEAD, len(tokens.pieces)), 2)
        return _meets(tokens, ahead, contexts["schedule"] | contexts["modals"])
    words = contexts["modals"]
    if tokens.pieces[preposition - 1] == ", ":
        words |= contexts["schedule"]  # "expires in March, in a little over a year"
    return _meets(tokens, range(preposition - 2, max(preposition - 2 * _BEHIND, 0), -2), words)


def _meets(tokens: Tokens, places: range, words: frozenset[str]) -> bool:
    """Tell whether one of the words stands at these places, before the sentence ends."""
    for index in places:
        if tokens.lower(index) in words:
            return True
        if set(tokens.pieces[index + (1 if places.step > 0 else -1)]) & set(".!?\n"):
            return False
    return False


def suffixes(drafts: list[Draft], tokens: Tokens) -> list[Draft]:
    """Read "or so", "or more", "or later" after an expression."""
    mods = tokens.lexicon.mods["after"]
    firsts = {words[0] for words in mods}
    for draft in drafts:
        if tokens.pieces[draft.last] != " " or draft.mod is not None:
            continue
        first = tokens.lower(draft.last + 1)
        mod = mods.get((first, tokens.lower(draft.last + 3))) if first in firsts else None
        if mod is not None:
            draft.mod, draft.last = mod, draft.last + 4
    return drafts


def sometime(drafts: list[Draft], tokens: Tokens) -> list[Draft]:
    """Take in "sometime" before a date, and "the" of "on the Friday"."""
    for draft in drafts:
        if draft.rule.name == "weekday" and _is_the_day(draft, tokens):
            draft.first -= 2
        if draft.type is TimexType.DATE and word_before(draft, tokens) == "sometime":
            draft.first -= 2
    return drafts


def _is_the_day(draft: Draft, tokens: Tokens) -> bool:
    """Tell "on the Friday" from "on the Friday flight"."""
    told = word_before(draft, tokens) == "the" and word_before(draft, tokens, 2) in {"on", "by", "until"}
    after = tokens.lexicon.contexts["after_listed_day"]
    return told and (tokens.pieces[draft.last] != " " or tokens.lower(draft.last + 1) in after)


def disjoint(drafts: list[Draft], tokens: Tokens) -> list[Draft]:
    """Give words that two expressions claim to the first of them."""
    del tokens
    kept: list[Draft] = []
    for draft in drafts:
        if kept and draft.first < kept[-1].last:
            draft.first = kept[-1].last + 1
        if draft.first < draft.last:
            kept.append(draft)
    return kept


REFINERS: tuple[Callable[[list[Draft], Tokens], list[Draft]], ...] = (
    articles,
    hours,
    part_of_day,
    join_clock,
    bare_hours,
    share_day,
    share_zone,
    compose,
    anniversaries,
    count_from,
    events,
    quarters,
    spread,
    take_year,
    share_year,
    share_month,
    share_bracketed,
    share_set,
    beside_dates,
    join_clock,
    portions,
    approximations,
    future_lengths,
    suffixes,
    sometime,
    disjoint,
)
