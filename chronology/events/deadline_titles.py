"""Titles of deadlines from the sentence's own words: who must do what, what ends; never a clause cut off."""

import re
from functools import cache
from itertools import pairwise

from chronology.events import deadline_patterns as patterns
from chronology.events import deadline_tenses
from chronology.events.deadline_table import Found
from chronology.events.language.words import NOUN_TAGS, data, readings


def write(text: str, found: Found) -> str:
    """Return a title with its subject, or "" where the sentence gives none."""
    end = min(span.start for span in found.spans)
    start = max(found.sentence.start, end - patterns.REACH)
    before, cue = text[start:end], found.start - start
    dateline = patterns.DATELINE.match(before[:cue])
    hard = max((match.end() for match in patterns.HARD.finditer(before[:cue])), default=0)
    hard = max(hard, dateline.end() if dateline is not None else 0)
    after = text[found.timex.end : min(found.sentence.end, found.timex.end + patterns.REACH)]
    if found.cue.says and (noun := _noun(before[hard:cue], before[cue:])):
        return _fit(deadline_tenses.agreeing(noun, found.cue.says))
    if found.cue.opens:
        return _fit(patterns.ARTICLE.sub("", patterns.CLAUSE.sub(r"\1", after)))
    if found.cue.follows and found.cue.is_duty:
        return _fit(_trimmed(before[hard:]))
    if found.cue.follows:
        return _fit(_by_what_follows(before[hard:], after))
    lead = before[hard:cue]
    if found.cue.kind in patterns.ASKING and not lead.strip(" ,"):
        lead = _subject(before[:hard])
    clause = _clause(lead, before[cue:], after)
    if found.cue.kind not in patterns.ASKING:
        clause = deadline_tenses.present(clause)
    if _fit(clause):
        return _fit(clause)
    pronoun = patterns.BY_PRONOUN.search(before[hard:cue])
    clause = clause or _trimmed((pronoun[0] if pronoun else "") + before[cue:])
    asking = found.cue.kind in patterns.ASKING
    told = _unnamed(text[max(0, found.start - patterns.FAR) : found.start], clause, after, asking=asking)
    return _fit(told or _plain(clause, text[found.timex.start : found.timex.end] + after))


def _plain(clause: str, given: str) -> str:
    """What is left to call a deadline by: its clause, with its pronoun, or what its length counts from."""
    if patterns.PRONOUN.match(clause) and clause.count(" ") > 1:
        return f"Deadline: {clause.lower() if clause.isupper() else clause[:1].lower() + clause[1:]}"
    counted = patterns.CUT.split(given, maxsplit=1)[0]
    return f"Deadline: {counted}" if patterns.COUNTED.search(counted) else ""


def _subject(text: str) -> str:
    """The words before the first verb, for a clause that shares its subject: "The bill goes, and must …"."""
    said = text.split()[: patterns.FEW_WORDS]
    verb = next((at for at, word in enumerate(said) if at and readings(word.lower()) & patterns.FINITE), 0)
    return " ".join(said[:verb]) + " " if verb else ""


def has_pronoun(text: str, found: Found) -> bool:
    """Whether the sentence says "it" or "they" of what lapses."""
    return (
        patterns.BY_PRONOUN.search(
            text[max(found.sentence.start, found.start - patterns.REACH) : found.start]
        )
        is not None
    )


def _noun(lead: str, words: str) -> str:
    """The noun that the words of a cue begin with, and what stands between it and its article."""
    articled = list(patterns.ARTICLED.finditer(lead))
    described = lead[articled[-1].end(2) :] if articled else lead
    noun = patterns.PREDICATE.split(words, maxsplit=1)[0]
    return (
        ""
        if "whose" in lead
        else _trimmed(f"{described if _describes(described) else ''}{noun}").removeprefix("own ")
    )


def _describes(words: str) -> bool:
    """Whether words before a noun go with it: "temporary protected (status)", not "president threatened"."""
    said = words.lower().split()
    verbs = (
        word.endswith("ed") and "JJ" not in readings(before) and bool(readings(before) & NOUN_TAGS)
        for before, word in pairwise(said)
    )
    return len(said) <= patterns.FEW_ADJECTIVES and "," not in words and not any(verbs)


def _unnamed(text: str, clause: str, after: str, *, asking: bool) -> str:
    """A title where the sentence gives a pronoun for a subject; `text` is what comes before it."""
    purpose = patterns.PURPOSE.match(after) if patterns.HOLDER.search(clause) else None
    duty = purpose or (patterns.DUTY.match(clause) if asking else None)
    if duty is not None:
        return f"Deadline to {duty[1]}"
    deeds = patterns.DEED.findall(text) if patterns.DO_SO.match(after) else []
    if deeds:
        return f"Deadline to {deeds[-1]}"
    own, pronoun = patterns.OWN_NOUN.search(clause), patterns.PRONOUN.match(clause)
    if own is not None or pronoun is None:
        return own[0] if own is not None else ""
    rest = clause[pronoun.end() :]
    bearers = frozenset(data("deadlines.toml")["bearer"])
    if rest.split(maxsplit=1)[:1] and rest.split(maxsplit=1)[0].casefold() in bearers:
        return rest
    nouns = [word for word in patterns.WORD.findall(text) if word in bearers]
    number = pronoun[0].lower() in patterns.PLURAL
    meant = next((noun for noun in reversed(nouns) if noun.endswith("s") == number), "")
    return deadline_tenses.present(f"{meant}{rest}") if meant else ""


def bare(phrase: str) -> str:
    """A noun phrase without its article and trailing words; "" for a pronoun or none."""
    found = _trimmed(phrase.strip(" ,"))
    return "" if patterns.PRONOUN.match(found) else found


def _clause(lead: str, words: str, after: str) -> str:
    """Subject, the words of the deadline, and what is to be done by then."""
    if patterns.CONDITION.match(words):
        return _on_condition(lead, words)
    subject = _subject_of(lead, words)
    subject = _standing(subject)
    if patterns.NEGLECT.match(words) and subject.strip():
        return _trimmed(
            f"{patterns.RELATIVE.sub('', subject).rstrip()} must {patterns.NEGLECT.sub('', words, count=1)}"
        )
    clause = _trimmed(f"{subject.rstrip()} {words.lstrip()}" if subject.strip() else words)
    if patterns.WITH.match(clause):
        clause = patterns.ARTICLE.sub("", deadline_tenses.finite(patterns.WITH.sub("", clause)))
    if patterns.CONDITION.match(clause):
        return f"Deadline {clause[:1].lower()}{clause[1:]}"
    ordered = patterns.ORDERED.match(clause)
    if ordered is not None:
        return _must(ordered["who"].strip(), ordered["deed"])
    if patterns.DO_SO.match(after) and patterns.HOLDER.search(clause):
        return ""
    starts_with_verb = not subject.strip() and not words[:1].isupper() and not _begins_with_noun(words)
    return (
        ""
        if patterns.BACKWARDS.search(clause)
        else _held(clause, after) or ("" if starts_with_verb else clause)
    )


def _on_condition(lead: str, words: str) -> str:
    """A title for "unless it is ratified by": what lapses unless, where the clause before says so."""
    ends = deadline_tenses.present(_trimmed(lead))
    if deadline_tenses.is_ending(ends):
        return _trimmed(f"{ends} {words}")
    return f"Deadline {_trimmed(words[:1].lower() + words[1:])}"


def _subject_of(lead: str, words: str) -> str:
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


def _standing(subject: str) -> str:
    """A subject without what leads up to it: "Under the plan the regime", "on that sanctions"."""
    bare = patterns.LEADING.sub("", subject)
    return patterns.UNDER.sub("", bare) if patterns.UNDER.match(bare) else bare


def _held(clause: str, after: str) -> str:
    """Who must do what, for "has until D to do it"; "" where nobody is said to have the time."""
    holder, purpose = patterns.HOLDER.search(clause), patterns.PURPOSE.match(after)
    if holder is None or (purpose is None and not patterns.DO_SO.match(after)):
        return ""
    return "" if purpose is None else _must(holder[1] or clause[: holder.start()], purpose[1])


def _must(who: str, deed: str) -> str:
    """Who must do what; without a name, what is to be done."""
    name = patterns.ARTICLE.sub("", who)
    unnamed = patterns.PRONOUN.match(name) or name.lower() in patterns.MORE
    return f"Deadline to {deed}" if unnamed else f"{name} must {deed}"


def _head(phrase: str) -> str:
    """The noun group that ends `phrase`, with its prepositions: "a bill" of "they passed a bill"."""
    starts = [
        match.start(2) for match in patterns.ARTICLED.finditer(phrase) if match[1] not in patterns.LINKS
    ]
    return phrase[starts[-1] :] if starts else phrase


def _begins_with_noun(words: str) -> bool:
    """Whether the words of the cue bring their own subject ("licence … runs until")."""
    return words.split(" ", 1)[0].casefold() in frozenset(data("deadlines.toml")["bearer"])


def _by_what_follows(lead: str, after: str) -> str:
    """A title for "… the March 31 deadline for bids": what it is for, else the clause around it."""
    match = patterns.NAMED_AFTER.match(after)
    if match is not None and match["purpose"]:
        return match["name"] + match["purpose"]
    when = patterns.WHEN.match(after)
    if when is not None:
        return patterns.ARTICLE.sub("", when[1])
    if match is not None and " " in match["name"]:
        return match["name"]
    name = match["name"] if match is not None else "deadline"
    clause = patterns.ARTICLE.sub("", patterns.LAST_ARTICLE.sub("", lead).strip(' "“”'))
    article = "" if patterns.ARTICLE_NEAR_END.search(clause) else "the "
    return f"{clause} {article}{name}" if clause else ""


def _trimmed(clause: str) -> str:
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


def _fit(title: str) -> str:
    """The title where it can stand: not a pronoun's, not a lone word, not too long; else ""."""
    title = title.strip()
    if patterns.PRONOUN.match(title) or " " not in title or len(title) > patterns.LONGEST:
        return ""
    begins, ends = title.split(" ", 1)[0].lower(), title.rsplit(" ", 1)[-1].lower()
    if begins in _listed("no_start") or ends in _listed("no_end"):
        return ""
    first = readings(begins)
    if first and (first <= patterns.NO_SUBJECT or (begins.endswith("ly") and first <= {"RB", "JJ"})):
        return ""
    return title[:1].upper() + title[1:]
