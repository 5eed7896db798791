"""Fixtures that several test files share."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from chronology.chronicle import Chronicle

SEEDS = Path(__file__).parent.parent / "seeds"
NOW = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)


@pytest.fixture(scope="session")
def seed_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store built from seeds/, once a test process."""
    path = tmp_path_factory.mktemp("seeds") / "seeds.db"
    with Chronicle.open(str(path)) as chronicle:
        report = chronicle.add([SEEDS], now=NOW)
    assert not report.problems
    return path


@pytest.fixture
def seeds(seed_store: Path) -> Iterator[Chronicle]:
    """The chronicle of the two seed documents."""
    with Chronicle.open(str(seed_store)) as chronicle:
        yield chronicle
