"""Sentences wholly in capitals (headlines, agency tickers) or with none, read as if written as usual."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from chronology.events.language import words
from chronology.events.language.tokens import Token

_FEWEST = 4  # shorter runs of capitals are names ("IAEA", "HMS VICTORY")


def usual(tokens: Sequence[Token], names: Collection[str]) -> Sequence[Token]:
    """Return the tokens of such a sentence with its names capitalised and nothing else; any other as it is.

    `names`: lower-case words known to be names; in capitals, words that no table knows are names too.
    """
    plain = [token.text for token in tokens if token.timex is None and token.text.isalpha()]
    if len(plain) < _FEWEST:
        return tokens
    if all(text.islower() for text in plain):
        return [_raise(token) if token.lower in names and token.timex is None else token for token in tokens]
    if not all(text.isupper() for text in plain):
        return tokens
    return [
        token if token.timex is not None else _lower(token, names, first=not at)
        for at, token in enumerate(tokens)
    ]


def _raise(token: Token) -> Token:
    return replace(token, text=token.text.title())


def _lower(token: Token, names: Collection[str], *, first: bool) -> Token:
    named = token.phrase == "NNP" or token.lower in names or not _known(token.lower)
    text = token.text.title() if named and token.text.isalpha() else token.lower
    return replace(token, text=text[:1].upper() + text[1:] if first else text)


def _known(word: str) -> bool:
    return not word.isalpha() or word in words.closed() or bool(words.lemmas(word))
