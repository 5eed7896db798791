"""Long lists in pages: which part is shown, and the addresses of the parts beside it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from web.presenters.filters import Pairs, query_string

Item = TypeVar("Item")
View = TypeVar("View")


@dataclass(frozen=True, slots=True)
class Pages:
    """Where in a long list we are; `earlier` and `later` are query strings, "" at the ends."""

    words: str
    earlier: str
    later: str


@dataclass(frozen=True, slots=True)
class Shelf(Generic[View]):
    """The first items of a list, and how many there are in all."""

    items: tuple[View, ...]
    size: int

    @property
    def left(self) -> int:
        """How many are not shown."""
        return self.size - len(self.items)


def shelf(items: Sequence[Item], show: Callable[[Item], View], most: int) -> Shelf[View]:
    """Show the first `most` of `items`."""
    return Shelf(tuple(show(item) for item in items[:most]), len(items))


@dataclass(frozen=True, slots=True)
class Part(Generic[Item]):
    """The items of one page, the `number` of which counts from 1; `is_last` tells whether any follow."""

    items: Sequence[Item]
    pages: Pages
    number: int
    is_last: bool


def part(items: Sequence[Item], page: int, size: int, parameters: Pairs = ()) -> Part[Item]:
    """Cut page `page` (from 1; beyond the end: the last) of `size` out of `items`, keeping `parameters`."""
    last = max(1, -(-len(items) // size))
    page = min(max(page, 1), last)

    def to(number: int) -> str:
        return query_string((*parameters, ("page", str(number))))

    pages = Pages(
        words=f"Page {page} of {last}" if last > 1 else "",
        earlier=to(page - 1) if page > 1 else "",
        later=to(page + 1) if page < last else "",
    )
    return Part(items[(page - 1) * size : page * size], pages, page, page == last)
