"""What is quoted as the evidence of a telling: its sentence, or what stands around it in an endless one."""

from chronology.model import Document, Evidence, Span, Timex

MOST = 1500
"""Characters. A table, or a text without full stops, can be one sentence of megabytes."""


def evidence(document: Document, sentence: Span, trigger: Span, timex: Timex | None, why: str) -> Evidence:
    """Return the evidence of a telling: the quoted `sentence` with its trigger and what dates it."""
    text = document.text
    dated = () if timex is None else (Span(timex.start, timex.end),)
    quote = quotation(text, sentence, trigger, *dated)
    return Evidence(
        document_id=document.id,
        start=quote.start,
        end=quote.end,
        quote=quote.of(text),
        trigger=trigger,
        trigger_text=trigger.of(text),
        timex=timex,
        why=why,
    )


def quotation(text: str, sentence: Span, *held: Span) -> Span:
    """Return `sentence` where it is short, else at most MOST characters of it, cut between words.

    They lie around `held`, the spans that matter (the trigger first, its expression), as far as all fit.
    """
    if sentence.end - sentence.start <= MOST:
        return sentence
    first, *others = held
    kept = first
    for span in others:
        both = Span(min(kept.start, span.start), max(kept.end, span.end))
        if sentence.contains(span) and both.end - both.start <= MOST:
            kept = both
    spare = MOST - (kept.end - kept.start)
    start = max(sentence.start, min(kept.start - spare // 2, sentence.end - MOST))
    end = min(sentence.end, start + MOST)
    return Span(_next_word(text, sentence, start, kept.start), _last_word(text, sentence, end, kept.end))


def _next_word(text: str, sentence: Span, start: int, latest: int) -> int:
    """Move `start` past a word that it would cut, never past `latest`."""
    if start == sentence.start:
        return start
    space = text.find(" ", start - 1, latest)
    return start if space < 0 else space + 1


def _last_word(text: str, sentence: Span, end: int, earliest: int) -> int:
    """Move `end` before a word that it would cut, never before `earliest`."""
    if end == sentence.end:
        return end
    space = text.rfind(" ", earliest, end + 1)
    return end if space < 0 else space
