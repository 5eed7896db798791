"""Filters as a reader sees them: facets with counts, active filters that can be taken off, links."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from chronology.model import Document, Query
from web.presenters.dates import day_words
from web.presenters.labels import named, sentence_case

Pairs = tuple[tuple[str, str], ...]
Counts = Mapping[str, Mapping[str, int]]
Namer = Callable[[str, str], str]  # parameter and value to words

# parameter, heading, field of Query
FACETS = (
    ("instrument", "Treaties and laws", "instruments"),
    ("actor", "People and parties", "actors"),
    ("place", "Places", "places"),
    ("kind", "Kinds", "kinds"),
    ("status", "Status", "statuses"),
    ("document", "Documents", "documents"),
)
ONE = {"instrument": "Treaty or law", "actor": "Who", "place": "Where", "document": "In"}
SHOWN_FIRST = 6
SHOWN_MORE = 24


@dataclass(frozen=True, slots=True)
class OptionView:
    """One value of a facet: what the form sends, what the reader sees, how many events, whether chosen."""

    value: str
    label: str
    count: int
    chosen: bool


@dataclass(frozen=True, slots=True)
class FacetView:
    """A facet: the most frequent (and all chosen) values first, others behind "more", the rest `left` out."""

    name: str
    label: str
    first: tuple[OptionView, ...]
    more: tuple[OptionView, ...]
    left: int
    chosen: int


@dataclass(frozen=True, slots=True)
class ActiveFilter:
    """A filter in force, in words, and the query string without it."""

    words: str
    without: str


def pairs(query: Query) -> Pairs:
    """Write the filters of `query` as the parameters they came from; paging is left out."""
    single = (
        ("q", query.text),
        ("from", "" if query.start is None else query.start.isoformat()),
        ("to", "" if query.end is None else query.end.isoformat()),
        ("as_of", "" if query.as_of is None else query.as_of.isoformat()),
    )
    many = ((name, value) for name, _, field in FACETS for value in getattr(query, field))
    return (*(pair for pair in single if pair[1]), *many)


def query_string(items: Sequence[tuple[str, str]]) -> str:
    """Write parameters as "?a=b&c=d", or "" where there are none."""
    return f"?{urlencode(items)}" if items else ""


def active(query: Query, name: Namer, kept: Pairs = ()) -> tuple[ActiveFilter, ...]:
    """List the filters in force, each with the query string that remains when it is taken off.

    `kept` are the page's own parameters, which stay in every address.
    """
    every = pairs(query)
    return tuple(
        ActiveFilter(
            _in_words(pair, query, name),
            query_string([*(other for other in every if other != pair), *kept]),
        )
        for pair in every
    )


def facets(query: Query, counts: Counts, name: Namer) -> tuple[FacetView, ...]:
    """Show the facets that tell events apart, or that are in use."""
    views = (
        _facet(parameter, label, getattr(query, field), counts, name) for parameter, label, field in FACETS
    )
    return tuple(view for view in views if len(view.first) > 1 or view.chosen)


def namer(documents: Mapping[str, Document]) -> Namer:
    """Say how filter values are shown: documents by title, all else as it stands."""

    def name(parameter: str, value: str) -> str:
        found = documents.get(value) if parameter == "document" else None
        return named(value if found is None else found.title or value)

    return name


def _facet(parameter: str, label: str, chosen: Sequence[str], counts: Counts, name: Namer) -> FacetView:
    found = dict(counts.get(parameter, {}))
    wanted = {value.casefold() for value in chosen}
    known = {value.casefold() for value in found}
    found.update({value: 0 for value in chosen if value.casefold() not in known})
    options = sorted(
        (
            OptionView(value, name(parameter, value), size, value.casefold() in wanted)
            for value, size in found.items()
        ),
        key=lambda option: (not option.chosen, -option.count, option.label.casefold()),
    )
    cut = max(SHOWN_FIRST, len(chosen))
    # one lone value behind "more" would take more room than it saves
    cut = len(options) if len(options) == cut + 1 else cut
    end = cut + SHOWN_MORE
    return FacetView(
        parameter, label, tuple(options[:cut]), tuple(options[cut:end]), len(options[end:]), len(chosen)
    )


def _in_words(pair: tuple[str, str], query: Query, name: Namer) -> str:
    parameter, value = pair
    match parameter:
        case "q":
            return f"“{value}”"
        case "from" if query.start:
            return f"from {day_words(query.start)}"
        case "to" if query.end:
            return f"to {day_words(query.end)}"
        case "as_of" if query.as_of:
            return f"as of {day_words(query.as_of)}"
        case _:
            return f"{ONE.get(parameter) or sentence_case(parameter)}: {name(parameter, value)}"
