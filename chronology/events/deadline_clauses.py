"""Clauses for titles: who must do what, what ends, in the sentence's own words but never cut off."""

import re
from functools import cache
from itertools import pairwise

from chronology.events import deadline_conditions, deadline_tenses
from chronology.events import deadline_patterns as patterns
from chronology.events.language.words import data, readings


def first_words(text: str) -> str:
    """The words before the first verb, for a clause that shares its subject: "The bill goes, and must …"."""
    said = text.split()[: patterns.FEW_WORDS]
    verb = next((at for at, word in enumerate(said) if at and readings(word.lower()) & patterns.FINITE), 0)
    return " ".join(said[:verb]) + " " if verb else ""


def bare(phrase: str) -> str:
    """A noun phrase without its article and trailing words; "" for a pronoun or none."""
    found = trimmed(phrase.strip(" ,"))
    return "" if patterns.PRONOUN.match(found) else found


def clause_of(lead: str, words: str, after: str) -> str:
    """Subject, the words of the deadline, and what is to be done by then."""
    if patterns.CONDITION.match(words):
        return _on_condition(lead, words)
    subject = subject_of(lead, words)
    subject = standing(subject)
    neglected = _neglected(subject, words)
    if neglected:
        return neglected
    clause = trimmed(f"{subject.rstrip()} {words.lstrip()}" if subject.strip() else words)
    if patterns.WITH.match(clause):
        clause = patterns.ARTICLE.sub("", deadline_tenses.finite(patterns.WITH.sub("", clause)))
    if patterns.CONDITION.match(clause):
        asked = deadline_conditions.duty(clause)
        return trimmed(asked) if asked else f"Deadline {clause[:1].lower()}{clause[1:]}"
    ordered = patterns.ORDERED.match(clause)
    if ordered is not None:
        return must(ordered["who"].strip(), ordered["deed"])
    if patterns.DO_SO.match(after) and patterns.HOLDER.search(clause):
        return ""
    starts_with_verb = not subject.strip() and not words[:1].isupper() and not _begins_with_noun(words)
    return (
        ""
        if patterns.BACKWARDS.search(clause)
        else _held(clause, after) or ("" if starts_with_verb else clause)
    )


def _neglected(subject: str, words: str) -> str:
    """Who must do what, for "fails to pay by" and "claims not lodged by"."""
    undone, neglect = patterns.UNDONE.match(words), patterns.NEGLECT.match(words)
    if not subject.strip() or not (undone or neglect):
        return ""
    deed = f"be {undone['done']}" if undone else patterns.NEGLECT.sub("", words, count=1)
    return trimmed(f"{patterns.RELATIVE.sub('', subject).rstrip()} must {deed}")


def _on_condition(lead: str, words: str) -> str:
    """A title for "unless it is ratified by": what lapses unless, where the clause before says so."""
    ends = deadline_tenses.present(trimmed(lead))
    if deadline_tenses.is_ending(ends):
        return trimmed(f"{ends} {words}")
    asked = deadline_conditions.duty(trimmed(words))
    if asked:
        return trimmed(asked)
    return f"Deadline {trimmed(words[:1].lower() + words[1:])}"


def subject_of(lead: str, words: str) -> str:
    """The words before a cue that say of what or whom it is, without what is inserted."""
    first, _, last = patterns.OPENER.sub("", lead).rpartition(", ")
    subject = last if first else patterns.OPENER.sub("", lead)
    owned = patterns.WHOSE.match(subject)
    if first and owned is not None:
        named = patterns.NAME_AT_END.search(first)
        return f"{(named[0] if named else _head(first)).strip()}\u2019s {owned[1]}"
    relative = patterns.RELATIVE.fullmatch(subject)
    if first and (relative or patterns.EMPTY.match(subject)):
        said = f" {(relative['said'] if relative else subject).strip()}"
        near = patterns.ATTACHED.match(subject) is not None
        whole = first.rsplit(", ", 1)[-1] if near else first.split(", ", 1)[0]
        return (_head(whole) if near or relative else whole) + said
    if first and patterns.PREDICATE_FIRST.match(subject):
        return first.split(", ", 1)[0]
    if patterns.RELATIVE.search(subject) and not patterns.NEGLECT.match(words):
        return _head(patterns.RELATIVE.sub(r" \g<said>", subject))
    return subject


def standing(subject: str) -> str:
    """A subject without what leads up to it: "Under the plan the regime", "on that sanctions"."""
    bare = patterns.LEADING.sub("", subject)
    return patterns.UNDER.sub("", bare) if patterns.UNDER.match(bare) else bare


def _held(clause: str, after: str) -> str:
    """Who must do what, for "has until D to do it"; "" where nobody is said to have the time."""
    holder, purpose = patterns.HOLDER.search(clause), patterns.PURPOSE.match(after)
    if holder is None or (purpose is None and not patterns.DO_SO.match(after)):
        return ""
    given = holder[1] if holder[1] and not patterns.REFLEXIVE.fullmatch(holder[1]) else ""
    deed = _one_deed(purpose[1]) if purpose is not None else ""
    return "" if purpose is None else must(given or _single(clause[: holder.start()]), deed)


def _one_deed(deed: str) -> str:
    """What is to be done, without another clause: "ratify it and becomes", "accept it and 30 days to"."""
    deed = patterns.NEXT_DEED.split(deed, maxsplit=1)[0]
    for match in patterns.AND.finditer(deed):
        tags = readings(match["next"].lower())
        if "MD" in tags or ("VBZ" in tags and "NNS" not in tags):
            return deed[: match.start()]
    return deed


def _single(subject: str) -> str:
    """Who has the time, where the clause first tells more of him: "the envoys were expelled and"."""
    return first_words(subject).strip() or subject if patterns.AND_THEN.search(subject) else subject


def must(who: str, deed: str) -> str:
    """Who must do what; without a name, what is to be done."""
    name = patterns.ARTICLE.sub("", who)
    unnamed = patterns.PRONOUN.match(name) or name.lower() in patterns.MORE
    return f"Deadline to {deed}" if unnamed else f"{name} must {trimmed(deed)}"


def _is_finite(before: str, word: str) -> bool:
    """Whether a word is a clause's verb: "extended" is, not in "the extended deal"."""
    tags = readings(word)
    past = "VBD" in tags and before not in patterns.ARTICLES
    return past or "MD" in tags or ("VBZ" in tags and "NNS" not in tags)


def _head(phrase: str) -> str:
    """The noun group that ends `phrase`, with its prepositions: "a bill" of "they passed a bill"."""
    if not any(_is_finite(before, word) for before, word in pairwise(["", *phrase.lower().split()])):
        return phrase
    starts = [
        match.start(2) for match in patterns.ARTICLED.finditer(phrase) if match[1] not in patterns.LINKS
    ]
    return phrase[starts[-1] :] if starts else phrase


def _begins_with_noun(words: str) -> bool:
    """Whether the words of the cue bring their own subject ("licence … runs until")."""
    return words.split(" ", 1)[0].casefold() in frozenset(data("deadlines.toml")["bearer"])


def trimmed(clause: str) -> str:
    """A clause without its first article, its weekday, what is inserted, and what it trails off in."""
    bare = patterns.ADVERB.sub("", patterns.INSERTED.sub("", _weekday().sub("", clause)))
    return patterns.ARTICLE.sub("", patterns.TRAILING.sub("", patterns.TRAILING.sub("", bare)).strip(' "“”,'))


@cache
def _listed(name: str) -> frozenset[str]:
    """Words that no title may start or end with."""
    return frozenset(str(data("verbs.toml")[name]).split())


@cache
def _weekday() -> re.Pattern[str]:
    days = "|".join(data("deadlines.toml")["weekdays"])
    return re.compile(rf"\s(?:on )?(?:{days})\b(?! \d)")


def fit(title: str) -> str:
    """The title where it can stand: not a pronoun's, not a lone word, not too long; else ""."""
    title = patterns.BULLET.sub("", title.strip())
    if patterns.PRONOUN.match(title) or " " not in title or len(title) > patterns.LONGEST:
        return ""
    begins, ends = title.split(" ", 1)[0].lower(), title.rsplit(" ", 1)[-1].lower()
    if begins in _listed("no_start") or ends in _listed("no_end"):
        return ""
    first = readings(begins)
    if first and (first <= patterns.NO_SUBJECT or (begins.endswith("ly") and first <= {"RB", "JJ"})):
        return ""
    return title[:1].upper() + title[1:]
