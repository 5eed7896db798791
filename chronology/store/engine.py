"""Opening a store: SQLite unless told otherwise, migrated, its troubles told in one line."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from time import monotonic, sleep
from typing import Any

from sqlalchemy import Connection, Engine, StaticPool, create_engine, event, inspect, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError, OperationalError, SQLAlchemyError

from chronology.model import StoreError
from chronology.store.tables import HEAD

BUSY_SECONDS = 5.0
_PAUSE = 0.05
MIGRATIONS = Path(__file__).with_name("migrations")


def open_engine(store: str, *, must_exist: bool = False, patience: float = BUSY_SECONDS) -> Engine:
    """Open `store` (an SQLAlchemy URL or a path) and bring its tables up to date.

    `patience` is how many seconds to wait for another process. Raises StoreError.
    """
    url = _url(store)
    path = _file(url)
    if must_exist and path is not None and not path.exists():
        remedy = f"Build it first: chronology build SOURCE… --store {store}"
        raise StoreError("there is no such store", where=store, remedy=remedy)
    name = shown(store)
    with translated(name):
        engine = _sqlite(url, patience) if url.get_backend_name() == "sqlite" else _server(url, patience)
        try:
            _migrate(engine, name, patience)
        except BaseException:
            engine.dispose()
            raise
    return engine


def shown(store: str) -> str:
    """Return the name of a store as it may be printed: without a password."""
    return _url(store).render_as_string(hide_password=True) if "://" in store else store


def hold(connection: Connection) -> None:
    """Let no other process write until the transaction ends; SQLite did so when it began."""
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql("LOCK TABLE revision IN EXCLUSIVE MODE")


@contextmanager
def translated(store: str) -> Iterator[None]:
    """Turn what the database throws into a StoreError that names the store and the remedy."""
    try:
        yield
    except (ArgumentError, NoSuchModuleError) as error:
        raise StoreError(
            "is neither a path nor a database URL that we can use",
            where=store,
            remedy="Use a path such as chronology.db or a URL such as postgresql://host/name",
        ) from error
    except ModuleNotFoundError as error:
        raise StoreError(
            f"needs the Python package {error.name}",
            where=store,
            remedy="Install it: pip install 'chronology[postgresql]'",
        ) from error
    except OperationalError as error:
        raise _operational(store, error) from error
    except (DBAPIError, SQLAlchemyError, sqlite3.Error) as error:
        raise StoreError(
            f"is not a Chronology store ({_first_line(error)})", where=store, remedy=_OTHER
        ) from error


_OTHER = "Name another store with --store"


def _operational(store: str, error: OperationalError) -> StoreError:
    reason = _first_line(error)
    if any(word in reason for word in ("locked", "busy", "lock timeout")):
        return StoreError(
            "another process holds the store",
            where=store,
            remedy="Wait until it has finished, or name another store with --store",
        )
    check = "Check address and server" if "://" in store else "Check path and permissions"
    return StoreError(f"cannot be used ({reason})", where=store, remedy=f"{check}. {_OTHER}")


def _first_line(error: BaseException) -> str:
    return (str(getattr(error, "orig", error)).splitlines() or ["no reason given"])[0]


def _url(store: str) -> URL:
    if "://" not in store:
        return URL.create("sqlite", database=store)
    with translated(store):
        url = make_url(store)
    return url.set(drivername="postgresql+psycopg") if url.drivername == "postgresql" else url


def _file(url: URL) -> Path | None:
    is_file = url.get_backend_name() == "sqlite" and url.database not in (None, "", ":memory:")
    return Path(str(url.database)) if is_file else None


def _server(url: URL, patience: float) -> Engine:
    options: dict[str, Any] = {"isolation_level": "REPEATABLE READ", "pool_pre_ping": True}
    if url.get_backend_name() == "postgresql":
        options["connect_args"] = {"options": f"-c lock_timeout={int(patience * 1000)}"}
    return create_engine(url, **options)


def _sqlite(url: URL, patience: float) -> Engine:
    options: dict[str, Any] = {"connect_args": {"timeout": patience, "check_same_thread": False}}
    if _file(url) is None:
        options["poolclass"] = StaticPool  # one connection is the whole store in memory
    engine = create_engine(url, **options)
    event.listen(engine, "connect", _on_connect)
    event.listen(engine, "begin", _on_begin)
    return engine


def _on_connect(connection: Any, _record: Any) -> None:
    """Let SQLAlchemy, not the driver, say where a transaction begins."""
    connection.isolation_level = None
    cursor = connection.cursor()
    cursor.execute("PRAGMA synchronous=NORMAL")
    cursor.execute("PRAGMA foreign_keys=ON")
    cursor.close()


def _write_ahead(engine: Engine, patience: float) -> None:
    """Turn the write-ahead log on, for good: readers then never wait for a writer.

    While another process does the same, SQLite may refuse without waiting.
    """
    end = monotonic() + patience
    while True:
        try:
            with closing(engine.raw_connection()) as connection:
                connection.cursor().execute("PRAGMA journal_mode=WAL")
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or monotonic() > end:
                raise
            sleep(_PAUSE)
        else:
            return


def _on_begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _migrate(engine: Engine, store: str, patience: float) -> None:
    with engine.connect() as connection:
        if _version(connection) == HEAD:
            return
        _refuse_others(connection, store)
    if engine.dialect.name == "sqlite":
        _write_ahead(engine, patience)
    with engine.connect().execution_options(writes=True) as connection, connection.begin():
        _upgrade(connection, store)


def _refuse_others(connection: Connection, store: str) -> None:
    """Keep out of a database file that is another program's."""
    tables = inspect(connection).get_table_names()
    if tables and "extraction" not in tables and connection.dialect.name == "sqlite":
        raise StoreError("is another program's database", where=store, remedy=_OTHER)


def _version(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    version: str | None = connection.scalar(text("SELECT version_num FROM alembic_version"))
    return version


def _upgrade(connection: Connection, store: str) -> None:
    from alembic import command  # noqa: PLC0415 - a quarter of a second, needed once in a store's life
    from alembic.config import Config  # noqa: PLC0415 - the same
    from alembic.util import CommandError  # noqa: PLC0415 - the same

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    try:
        command.upgrade(config, "head")
    except CommandError as error:
        raise StoreError(
            "was written by a newer Chronology", where=store, remedy=f"Upgrade Chronology. {_OTHER}"
        ) from error
