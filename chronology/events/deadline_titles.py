"""Titles of deadlines from the sentence's own words: who must do what, what ends; never a clause cut off."""

from dataclasses import dataclass
from itertools import pairwise

from chronology.events import deadline_clauses as clauses
from chronology.events import deadline_patterns as patterns
from chronology.events import deadline_tenses
from chronology.events.deadline_table import Found
from chronology.events.language.words import NOUN_TAGS, data, lemmas, readings
from chronology.model import DeadlineKind, Span


def write(text: str, found: Found) -> str:
    """Return a title with its subject, or "" where the sentence gives none."""
    if found.beside is not None:
        return _second(text, found, found.beside)
    told = _around(text, found)
    by_cue = _by_cue(found, told)
    return clauses.fit(by_cue) if by_cue is not None else _by_clause(text, found, told)


@dataclass(frozen=True, slots=True)
class _Around:
    """What a sentence says up to the clause of a deadline, in it, in the cue, and after the date."""

    before: str
    lead: str
    words: str
    after: str


def _around(text: str, found: Found) -> _Around:
    end = min(span.start for span in found.spans)
    start = max(found.sentence.start, end - patterns.REACH)
    before, cue = text[start:end], found.start - start
    dateline = patterns.DATELINE.match(before[:cue])
    hard = max((match.end() for match in patterns.HARD.finditer(before[:cue])), default=0)
    hard = max(hard, dateline.end() if dateline is not None else 0)
    after = text[found.timex.end : min(found.sentence.end, found.timex.end + patterns.REACH)]
    return _Around(before[:hard], before[hard:cue], before[cue:], after)


def _by_cue(found: Found, told: _Around) -> str | None:
    """A title that the cue itself calls for; None where the clause makes it."""
    cue, said = found.cue, told.lead + told.words
    lapsing = _extended(told.lead, told.words) if cue.is_extension and cue.kind is DeadlineKind.EXPIRY else ""
    noun = _noun(told.lead, told.words) if cue.says else ""
    if clauses.fit(lapsing) or noun:
        return lapsing if clauses.fit(lapsing) else deadline_tenses.agreeing(noun, cue.says)
    if cue.opens:
        return patterns.ARTICLE.sub("", patterns.CLAUSE.sub(r"\1", told.after))
    if cue.is_left:
        return deadline_tenses.agreeing(clauses.trimmed(patterns.HAVING.split(said)[0]), "run out")
    asked = _asked(found, told)
    if asked or not cue.follows:
        return asked or None
    return clauses.trimmed(said) if cue.is_duty else _by_what_follows(said, told.after)


def _asked(found: Found, told: _Around) -> str:
    """Who must or may do what, where the words after the date say what; else ""."""
    purpose = patterns.PURPOSE.match(told.after) if patterns.DAY_OF.search(told.words) else None
    if purpose is not None:
        whom = patterns.SET_WHOM.search(told.lead + told.words)
        return clauses.must(whom["who"] if whom is not None else "it", purpose[1])
    may, deed = patterns.MAY_UNTIL.fullmatch(told.words), patterns.DEED_AFTER.match(told.after)
    if may is not None and deed is not None:
        return clauses.trimmed(f"{told.lead}{may['who']} {deed['deed']}")
    asking = found.cue.kind in patterns.ASKING and not found.cue.follows
    for_whom = patterns.FOR_WHOM.match(told.after) if asking else None
    return clauses.must(for_whom["who"], for_whom["deed"]) if for_whom is not None else ""


def _by_clause(text: str, found: Found, told: _Around) -> str:
    """A title from the clause of a deadline, or, where that names nobody, from what comes before it."""
    asking = found.cue.kind in patterns.ASKING
    lead = clauses.first_words(told.before) if asking and not told.lead.strip(" ,") else told.lead
    clause = clauses.clause_of(lead, told.words, told.after)
    clause = clause if asking else deadline_tenses.present(clause)
    if clauses.fit(clause):
        return clauses.fit(clause)
    pronoun = patterns.BY_PRONOUN.search(told.lead)
    clause = clause or clauses.trimmed((pronoun[0] if pronoun else "") + told.words)
    speaker = patterns.SPEAKER.search(told.before)
    if speaker is not None and patterns.PRONOUN.match(clause) and clause.count(" ") > 1:
        return clauses.fit(f"{patterns.ARTICLE.sub('', speaker['who'])} {clause.split(' ', 1)[1]}")
    meant = _unnamed(
        text[max(0, found.start - patterns.FAR) : found.start], clause, told.after, asking=asking
    )
    return clauses.fit(meant or _plain(clause, text[found.timex.start : found.timex.end] + told.after))


def _second(text: str, found: Found, first: Found) -> str:
    """A title for a second date of one cue: that of the first, and what is said of the second."""
    said = clauses.trimmed(patterns.AND_BUT.sub("", text[found.start : found.timex.start]))
    base = write(text, first)
    return clauses.fit(f"{base} ({said})") if base and said else ""


def _extended(lead: str, words: str) -> str:
    """What lapses on the new day: the object of "extended", its subject where it "was extended"."""
    match = patterns.EXTENDED.match(words)
    named = clauses.bare(
        match["what"]
        if match is not None and match["what"]
        else clauses.standing(clauses.subject_of(lead, words))
    )
    passive = patterns.PASSIVE.search(lead) is not None
    if match is None or not named or (not match["what"] and not passive):
        return ""
    named = patterns.ARTICLE.sub("", patterns.PASSIVE.sub("", named).strip())
    return deadline_tenses.agreeing(named, "expire") if named else ""


def _plain(clause: str, given: str) -> str:
    """What is left to call a deadline by: its clause, with its pronoun, or what its length counts from."""
    if patterns.PRONOUN.match(clause) and clause.count(" ") > 1:
        return f"Deadline: {clause.lower() if clause.isupper() else clause[:1].lower() + clause[1:]}"
    counted = patterns.CUT.split(given, maxsplit=1)[0]
    return f"Deadline: {counted}" if patterns.COUNTED.search(counted) else ""


def names_what_ends(title: str) -> bool:
    """Whether a title says what lapses, in a word for such things: "Mandate of the mission expires"."""
    one_clause = " and " not in title and title.endswith((" expires", " expire"))
    return one_clause and _bearer_in(title) is not None


def _bearer_in(text: str) -> str | None:
    bearers = frozenset(data("deadlines.toml")["bearer"])
    return next((word for word in patterns.WORD.findall(text.lower()) if word in bearers), None)


def by_noun(text: str, start: int, trigger: Span) -> str:
    """A title for what "it" is said to do, by what the sentence extends; "" for any other subject."""
    before = text[start : trigger.start]
    pronoun = patterns.BY_PRONOUN.search(before)
    told = patterns.EXTENDS.search(before[: pronoun.start()]) if pronoun is not None else None
    what = clauses.bare(told["what"]) if told is not None else ""
    if not what or _bearer_in(what) is None:
        return ""
    verb = next(iter(lemmas(text[trigger.start : trigger.end].lower()).get("VERB", ())), "")
    particle = patterns.PARTICLE.match(text[trigger.end :])
    said = f"{verb}{particle[0]}" if particle is not None else verb
    return clauses.fit(deadline_tenses.agreeing(what, said)) if verb else ""


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
        else clauses.trimmed(f"{described if _describes(described) else ''}{noun}").removeprefix("own ")
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
    own = patterns.OWN_NOUN.search(clause)
    if own is not None:
        return own[0]
    purpose = patterns.PURPOSE.match(after) if patterns.HOLDER.search(clause) else None
    duty = purpose or (patterns.DUTY.match(clause) if asking else None)
    if duty is not None:
        return f"Deadline to {duty[1]}"
    deeds = patterns.DEED.findall(text) if patterns.DO_SO.match(after) else []
    if deeds:
        return f"Deadline to {deeds[-1]}"
    pronoun = patterns.PRONOUN.match(clause)
    if pronoun is None:
        return ""
    rest = clause[pronoun.end() :]
    bearers = frozenset(data("deadlines.toml")["bearer"])
    if rest.split(maxsplit=1)[:1] and rest.split(maxsplit=1)[0].casefold() in bearers:
        return rest
    nouns = [word for word in patterns.WORD.findall(text) if word in bearers]
    number = pronoun[0].lower() in patterns.PLURAL
    meant = next((noun for noun in reversed(nouns) if noun.endswith("s") == number), "")
    return deadline_tenses.present(f"{meant}{rest}") if meant else ""


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
    clause = "" if clause.lower() in patterns.ARTICLES else clause
    article = "" if patterns.ARTICLE_NEAR_END.search(clause) else "the "
    return f"{clause} {article}{name}" if clause else ""
