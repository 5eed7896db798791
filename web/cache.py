"""A bounded memory of rendered bytes, shared by the threads of one app."""

from collections import OrderedDict
from collections.abc import Hashable
from threading import Lock


class ByteCache:
    """Keeps the most recently used values, at most `capacity` bytes of them.

    Keys name everything that a value depends on (revision, query, address), so nothing ever goes stale:
    what is not asked for again is forgotten.
    """

    def __init__(self, capacity: int) -> None:
        """Make an empty cache of at most `capacity` bytes."""
        self._capacity = capacity
        self._size = 0
        self._values: OrderedDict[Hashable, bytes] = OrderedDict()
        self._lock = Lock()

    def get(self, key: Hashable) -> bytes | None:
        """Return the value, or None where it was never stored or is forgotten."""
        with self._lock:
            value = self._values.get(key)
            if value is not None:
                self._values.move_to_end(key)
            return value

    def put(self, key: Hashable, value: bytes) -> bytes:
        """Store and return `value`, forgetting the least recently used ones above the capacity."""
        with self._lock:
            self._size += len(value) - len(self._values.pop(key, b""))
            self._values[key] = value
            while self._size > self._capacity and self._values:
                _, gone = self._values.popitem(last=False)
                self._size -= len(gone)
        return value

    def __len__(self) -> int:
        """Return how many values are kept."""
        return len(self._values)
