"""What each token of a sentence may be, before its neighbours are asked: sets of Penn tags."""

from collections.abc import Collection, Sequence

from chronology.events.language import words
from chronology.events.language.tokens import Token

Tags = frozenset[str]

AUXILIARY_LEMMA = {
    **dict.fromkeys(("be", "is", "are", "was", "were", "am", "been", "being", "'s", "'re", "'m"), "be"),
    **dict.fromkeys(("have", "has", "had", "having", "'ve"), "have"),
    **dict.fromkeys(("do", "does", "did"), "do"),
}
AUXILIARIES = {
    "is": "VBZ", "'s": "VBZ", "are": "VBP", "'re": "VBP", "am": "VBP", "'m": "VBP", "was": "VBD",
    "were": "VBD", "be": "VB", "been": "VBN", "being": "VBG", "has": "VBZ", "have": "VBP", "'ve": "VBP",
    "had": "VBD", "having": "VBG", "does": "VBZ", "do": "VBP", "did": "VBD",
}  # fmt: skip
_OPENERS = frozenset({'"', "“", "``", "_", "--", ":", "—", "-", "\u2013"})
_CURRENCY = "$€£"


def choices(tokens: Sequence[Token], names: Collection[str]) -> list[Tags]:
    """Return the possible tags of each token. `names`.

    Lower-case words known to be names in this document.
    """
    return [_of_token(tokens, at, names) for at in range(len(tokens))]


def _of_token(tokens: Sequence[Token], at: int, names: Collection[str]) -> Tags:
    token = tokens[at]
    if token.timex is not None:
        return frozenset({"TMX"})
    if token.phrase is not None:
        return frozenset({"NNP" if token.text[0].isupper() and token.phrase == "NN" else token.phrase})
    return _of_shape(token) or _of_word(tokens, at, names)


def _of_shape(token: Token) -> Tags | None:
    """Marks, numbers and sums of money."""
    first = token.text[0]
    word = first.isalnum() or token.lower in AUXILIARIES or token.lower in words.closed()
    if not word:
        return frozenset({"SYM" if first in f"{_CURRENCY}%" and len(token.text) > 1 else "PUNCT"})
    if first in _CURRENCY or first.isdigit():
        return frozenset({"JJ" if "-" in token.text or token.text[-1].isalpha() else "CD"})
    return None


def _of_word(tokens: Sequence[Token], at: int, names: Collection[str]) -> Tags:
    token = tokens[at]
    if token.lower[:3] in {"al-", "el-"} and token.text[3:4].isupper():
        return frozenset({"NNP"})
    if token.lower in words.name_particles() and _between_names(tokens, at):
        return frozenset({"NNP"})
    if token.lower == "'s":
        return frozenset({"POS", "VBZ"})
    if token.lower in AUXILIARIES:
        base = token.lower in {"do", "have"} and at > 0 and tokens[at - 1].lower == "to"
        return frozenset({"VB" if base else AUXILIARIES[token.lower]})
    if token.text[0].isupper() and _is_name(tokens, at, names):
        return frozenset({"NNP"})
    return words.readings(token.lower)


def _between_names(tokens: Sequence[Token], at: int) -> bool:
    around = (tokens[at - 1], tokens[at + 1]) if 0 < at < len(tokens) - 1 else ()
    return bool(around) and all(token.text[:1].isupper() and token.timex is None for token in around)


def _is_name(tokens: Sequence[Token], at: int, names: Collection[str]) -> bool:
    """Tell whether a capitalised word is a name; at the head of a sentence any word has a capital."""
    token = tokens[at]
    closed = words.closed().get(token.lower, frozenset())
    if closed and not closed <= {"NN", "NNS", "JJ"}:
        return token.text == "US"
    if at > 0 and tokens[at - 1].text not in _OPENERS:
        return True
    if token.lower in names or token.text.isupper() or "." in token.text:
        return True
    known = words.lemmas(token.lower)
    return _heads_names(tokens, at) if known else token.lower not in closed


def _heads_names(tokens: Sequence[Token], at: int) -> bool:
    """As in "Congress passed": a bare noun that acts at once, or stands before a name, is a name."""
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    word = tokens[at].lower
    if following is None or "NOUN" not in words.lemmas(word):
        bare = words.readings(word) <= {"VB", "VBP"}
        return following is not None and bare and following.lower in words.human_forms()  # "Google agreed"
    acts = (
        following.lower in words.human_forms() and "NN" in words.readings(word) and not word.endswith("ing")
    )
    return acts or (following.text[:1].isupper() and following.timex is None)
