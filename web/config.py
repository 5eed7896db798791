"""What an operator may decide about the site."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from web import clock


@dataclass(frozen=True, slots=True)
class Config:
    """Settings of one app; nothing is global and nothing changes after `create_app`.

    `store` is an SQLAlchemy URL or a path. `base_url` is the public address (`https://dates.example.org`);
    empty: the address of each request. `today` is the only clock. A page of a list holds `page_size` items
    unless asked otherwise. A feed holds `feed_events` events and `feed_bytes` bytes
    at most, since calendar services refuse larger ones. `max_body` is the largest body read, in bytes;
    `posts_per_minute` is how often one client may have texts resolved.
    """

    store: str = "chronology.db"
    base_url: str = ""
    name: str = "Chronology"
    today: Callable[[], date] = clock.today
    page_size: int = 200
    feed_events: int = 1000
    feed_bytes: int = 950_000
    cache_bytes: int = 64_000_000
    max_body: int = 1_000_000
    posts_per_minute: int = 6000
