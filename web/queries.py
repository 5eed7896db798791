"""Query strings: the same parameters, read the same way, on pages, feeds and API."""

from collections.abc import Iterable

from webargs.multidictproxy import MultiDictProxy
from werkzeug.datastructures import MultiDict

from chronology.model import Query
from chronology.schemas import QuerySchema
from web.presenters import filters

Arguments = MultiDict[str, str]


def read(arguments: Arguments, own: Iterable[str] = ()) -> tuple[Query, dict[str, str]]:
    """Split a query string into the filters and the parameters that only this address knows (`own`).

    Raises:
        ValidationError: marshmallow's, for an unknown parameter or a value that cannot be read.
    """
    names = frozenset(own)
    shared = MultiDict((name, value) for name, value in arguments.items(multi=True) if name not in names)
    return _query(shared), {name: arguments[name] for name in names if name in arguments}


def _query(arguments: Arguments) -> Query:
    """Read the filters; an empty value is as good as none, so that a form may send all its fields."""
    given = MultiDict((name, value) for name, value in arguments.items(multi=True) if value.strip())
    schema = QuerySchema()
    query: Query = schema.load(MultiDictProxy(given, schema))
    return query


def words(query: Query) -> str:
    """Return the filters in words, "" where there are none."""
    return " and ".join(item.words for item in filters.active(query, filters.namer({})))


def contradiction(query: Query) -> str:
    """Say why no event can match, "" where one can."""
    if not query.is_contradictory:
        return ""
    return f"Nothing can match: from ({query.start}) is after to ({query.end})."
