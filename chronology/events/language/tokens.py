"""Words of a sentence, with a time expression or a fixed phrase as one token."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from chronology.events.language import words
from chronology.model import Span, Timex

MAX_TOKENS = 400  # a "sentence" longer than this is a table or a list: the rest is not read

_TOKEN = re.compile(
    r"(?:[A-Z]\.){2,6}"  # U.S., D.C.
    r"|(?:Mr|Mrs|Ms|Dr|Gen|Col|Lt|Sen|Rep|Gov|Rev|St|Sgt|Capt|Adm|Maj|Prof|Jr|Sr|Inc|Corp|Co|Ltd|No)\."
    r"|\b[A-Z]\.(?=\s[A-Z])"  # initials
    r"|[$€£]?\d[\d,.:/]*\d|[$€£]?\d"
    r"|n['\u2019]t\b|['\u2019](?:s|S|re|ve|ll|d|m)\b"
    r"|\b[DdLlO]['\u2019][A-Za-z]{2,40}"  # O'Brien, d'etat
    r"|[^\W\d_]+(?=n['\u2019]t\b)"
    r"|[^\W_]+(?:[-\u2010\u2011][^\W_]+)*"
    r"|``|''|--|\.\.\.|[^\w\s]|_"
)


@dataclass(frozen=True, slots=True)
class Token:
    """A word, phrase, mark or whole time expression. `timex` is the index of the expression, or None."""

    start: int
    end: int
    text: str
    lower: str
    timex: int | None = None
    phrase: str | None = None


def tokenise(
    text: str, span: Span, timexes: Sequence[Timex], names: Sequence[Span] = ()
) -> tuple[Token, ...]:
    """Return the tokens of text[span]; each of `timexes` and of `names` is one token.

    Both lie inside the span, each in order; where a name overlaps a time, the time stands.
    """
    whole = [
        Token(item.start, item.end, item.text, item.text.lower(), timex=at) for at, item in enumerate(timexes)
    ]
    starts = [item.start for item in timexes]
    for name in names:
        before = bisect_left(starts, name.end) - 1
        if before < 0 or timexes[before].end <= name.start:
            words_ = name.of(text)
            whole.append(Token(name.start, name.end, words_, words_.lower(), phrase="NNP"))
    return _phrases(_between(text, span, sorted(whole, key=lambda item: item.start)))


def _between(text: str, span: Span, whole: Sequence[Token]) -> list[Token]:
    tokens: list[Token] = []
    at = span.start
    for token in whole:
        _words(text, at, token.start, tokens)
        if len(tokens) >= MAX_TOKENS:
            return tokens
        tokens.append(token)
        at = token.end
    _words(text, at, span.end, tokens)
    return tokens


def _words(text: str, start: int, end: int, tokens: list[Token]) -> None:
    for match in _TOKEN.finditer(text, start, end):
        if len(tokens) >= MAX_TOKENS:
            return
        word = match.group()
        tokens.append(Token(match.start(), match.end(), word, word.lower().replace("\u2019", "'")))


def _phrases(tokens: list[Token]) -> tuple[Token, ...]:
    table = words.phrases()
    out: list[Token] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        match = (
            None
            if token.timex is not None or token.phrase
            else _longest(tokens, at, table.get(token.lower, ()))
        )
        if match is None:
            out.append(token)
            at += 1
            continue
        size, tag = match
        last = tokens[at + size - 1]
        joined = " ".join(part.text for part in tokens[at : at + size])
        out.append(Token(token.start, last.end, joined, joined.lower(), phrase=tag))
        at += size
    return tuple(out)


def _longest(
    tokens: list[Token], at: int, choices: Sequence[tuple[tuple[str, ...], str]]
) -> tuple[int, str] | None:
    for parts, tag in choices:
        size = len(parts)
        if all(
            at + k < len(tokens)
            and tokens[at + k].timex is None
            and not tokens[at + k].phrase
            and tokens[at + k].lower == part
            for k, part in enumerate(parts)
        ):
            return size, tag
    return None
