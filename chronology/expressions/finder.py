"""Finds the time expressions of a text: one pass over its words, then the refiners."""

import re
from collections.abc import Iterable, Iterator
from itertools import chain

from chronology.expressions.blocks import blocks
from chronology.expressions.context import Surroundings
from chronology.expressions.dated_events import count_from_events
from chronology.expressions.feasts import feast, is_feast
from chronology.expressions.grammar import Beginning, Grammar, grammar
from chronology.expressions.lexicon import FEAST
from chronology.expressions.refiners import REFINERS
from chronology.expressions.rule import Draft, Found, Rule
from chronology.expressions.tokens import Tokens, tokenise
from chronology.model import TimexType
from chronology.model.meaning import Expression, Literal, Vague

_PHRASE_RULES = {
    "vague": Rule("fixed phrase", "", lambda _: None),
    "history": Rule("history phrase", "", lambda _: None),
    "unnamed": Rule("unnamed stretch", "", lambda _: None),
}
_TIMES = {("this", "time"), ("the", "time")}  # "at the time", "by this time"
_NOUNS = {("the", "past"), ("the", "present")}  # before another noun they describe it


def find(text: str, language: str = "en") -> tuple[Expression, ...]:
    """Return every time expression of `text` in order, none overlapping another; linear in its length."""
    return tuple(chain.from_iterable(stream((text,), language)))


def stream(pieces: Iterable[str], language: str = "en") -> Iterator[tuple[Expression, ...]]:
    """Yield the expressions of a text that comes in pieces, block by block; offsets are the whole text's."""
    rules, sentences = grammar(language), 0
    for offset, block in blocks(pieces):
        tokens = tokenise(block, rules.lexicon)
        drafts = _drafts(tokens, rules)
        for refine in REFINERS:
            drafts = refine(drafts, tokens)
        around = Surroundings(tokens)
        found = [_expression(draft, tokens, around, offset, sentences) for draft in drafts]
        yield count_from_events(found, drafts, tokens)
        sentences += around.sentence(len(block))


def _drafts(tokens: Tokens, rules: Grammar) -> list[Draft]:
    drafts: list[Draft] = []
    classes, last = tokens.classes, 0
    for start in rules.starts.finditer(classes):
        at = start.start()
        beginning = rules.beginning(classes, at) if at >= last else None
        draft = _longest(tokens, at, beginning, rules) if beginning is not None else None
        if draft is not None:
            drafts.append(draft)
            last = draft.last
    return drafts


def _longest(tokens: Tokens, at: int, beginning: Beginning, rules: Grammar) -> Draft | None:
    """Return the longest expression that starts at piece `at`; the earlier rule wins a tie."""
    classes = tokens.classes
    phrase = _phrase(tokens, at) if beginning.phrase else None
    fitting = rules.fitting(beginning, classes, at)
    matches = [(match, rule) for matcher, rule in fitting if (match := matcher(classes, at))]
    if len(matches) > 1:
        matches.sort(key=_length, reverse=True)
    for match, rule in matches:
        end = match.end()
        if phrase is not None and phrase.last >= end:
            return phrase
        read = rule.build(Found(tokens, match))
        if read is not None:
            return Draft(at, end, read[0], read[1], rule, read[2] if len(read) > 2 else None)  # noqa: PLR2004
    return phrase


def _length(found: tuple[re.Match[str], Rule]) -> int:
    return found[0].end()


def _phrase(tokens: Tokens, at: int) -> Draft | None:
    """Return the longest fixed phrase or named day that starts at piece `at`."""
    lexicon = tokens.lexicon
    second = tokens.lower(at + 2)
    for words, kind, value in lexicon.phrases.get(tokens.lower(at), ()):
        if len(words) > 1 and words[1] != second:
            continue
        end = at + 2 * len(words) - 1
        if tuple(piece.lower() for piece in tokens.pieces[at:end:2]) != words:
            continue
        gaps = tokens.pieces[at + 1 : end - 1 : 2]
        if kind == FEAST:
            if all(gap.strip(" .\N{RIGHT SINGLE QUOTATION MARK}'-\n") == "" for gap in gaps) and is_feast(
                tokens, at, end
            ):
                return feast(tokens, at, end, value)
        elif kind == "history" and not _describes(tokens, at, end):
            continue
        elif _is_spaced(gaps) and not _goes_on(tokens, end, words):
            return _fixed(at, end, kind, value)
    return None


def _is_spaced(gaps: list[str]) -> bool:
    """Tell whether only spaces stand between the words; inside, hyphens do ("the not-too-distant future")."""
    return all(gap.isspace() for gap in (*gaps[:1], *gaps[-1:])) and all(
        gap.isspace() or gap == "-" for gap in gaps
    )


def _fixed(at: int, end: int, kind: str, value: str) -> Draft:
    if kind == "while":
        return Draft(at, end, TimexType.DURATION, Literal(value), _PHRASE_RULES["vague"])
    return Draft(at, end, TimexType.DATE, Vague(value), _PHRASE_RULES[kind])


def _describes(tokens: Tokens, at: int, end: int) -> bool:
    """Tell "the former president" from "the former is cheaper" and "her future husband"."""
    contexts = tokens.lexicon.contexts
    if tokens.pieces[end] != " " or tokens.lower(end + 1) in contexts["after_no_current"]:
        return False
    if tokens.lower(at) != "future":
        state = tokens.lower(end + 3 if tokens.lower(end + 1) == "soviet" else end + 1)
        return state not in contexts["former_states"]
    firm = tokens.pieces[at].istitle() and (tokens.pieces[at - 1] == " " or _is_capital(tokens, end + 1))
    return not firm and tokens.lower(at - 2) not in contexts["possessive"]


def _is_capital(tokens: Tokens, index: int) -> bool:
    return index < len(tokens.pieces) and tokens.pieces[index].istitle()


def _goes_on(tokens: Tokens, end: int, words: tuple[str, ...]) -> bool:
    """Tell whether the words are part of something longer: "the future of", "the past two months"."""
    after, before = tokens.lower(end + 1), tokens.lower(end - 2 * len(words) - 1)
    if words in _TIMES:
        return _is_occasion(tokens, end, words, before)
    if (words == ("to", "date") and before == "up") or (after == "and" and tokens.lower(end + 3) == "then"):
        return True  # "up to date", "every now and then"
    if (words[-1] in tokens.lexicon.contexts["phrase_of"] and after in {"of", "last"}) or _leads(
        words, before, after
    ):
        return True
    if words in _NOUNS and tokens.pieces[end] == " " and after not in tokens.lexicon.contexts["no_object"]:
        return True
    if words[-1] in tokens.lexicon.contexts["phrase_open"] and tokens.pieces[end].isspace():
        categories = ("UNIT", "UNITS", "NUMBER", "INT", "FEW", "SEASONS", "TENS", "A", "HALF")
        return any(tokens.is_a(end + 1, category) for category in categories)
    return False


def _leads(words: tuple[str, ...], before: str, after: str) -> bool:
    """Tell "as recently as 2015", "as long ago as", "most recently on 3 May", where the date says when."""
    if after == "as":
        return words[-1] in {"recently", "ago"}
    return words[-1] == "recently" and "most" in {words[0], before} and after in {"on", "in", "at", "last"}


def _is_occasion(tokens: Tokens, end: int, words: tuple[str, ...], before: str) -> bool:
    """Tell "this time they won" and "at the time he left" from "by this time" and "at the time"."""
    contexts, after = tokens.lexicon.contexts, tokens.lower(end + 1)
    if words[0] == "this":
        return before not in contexts["before_this_time"]
    clause = after in contexts["opens_clause"] or _is_capital(tokens, end + 1)
    return before != "at" or (clause and tokens.pieces[end] == " ")


def _end(draft: Draft, tokens: Tokens) -> int:
    """Return where an expression ends: the full stop of "p.m." and "B.C." belongs to it."""
    last = draft.last - 1
    word, end = tokens.pieces[last], tokens.ends[last]
    if len(word) > 1 or not word.isalpha() or tokens.pieces[last - 1] not in {".", ". "}:
        return end
    return end + (tokens.text[end : end + 1] == ".")


def _expression(
    draft: Draft, tokens: Tokens, around: Surroundings, offset: int, sentences: int
) -> Expression:
    start, end = tokens.start(draft.first), _end(draft, tokens)
    side = around.lean(draft)
    return Expression(
        start + offset,
        end + offset,
        tokens.text[start:end],
        draft.type,
        draft.meaning,
        draft.rule.name,
        draft.mod,
        around.signal(draft.first),
        side.lean,
        side.cue,
        around.quoted(start),
        around.sentence(start) + sentences,
        side.firm,
        around.heads(start, end) if getattr(draft.meaning, "year", None) else "",
        around.line(start) + offset,
    )
