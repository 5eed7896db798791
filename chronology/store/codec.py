"""Frozen values ⇄ JSON text, losslessly: the store's own writing, not the contract's (that is `schemas`).

Fields that equal their default are left out, so that a value written before a field existed still reads.
Keys are sorted: equal values give equal bytes.
"""

import dataclasses
import json
import types
import typing
from collections.abc import Callable
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from typing import Any, TypeVar

T = TypeVar("T")
Decoder = Callable[[Any], Any]


def dumps(value: object) -> str:
    """Write a dataclass, or a tuple of them, as one line of JSON."""
    return text(plain(value))


def plain(value: Any) -> Any:
    """Return a value as dicts, lists, strings and numbers."""
    return _encoder(value.__class__)(value)


def text(plain_value: Any) -> str:
    """Write plain values as one line of JSON that UTF-8 can hold."""
    written = _json(plain_value, ensure_ascii=False)
    return written if _is_encodable(written) else _json(plain_value, ensure_ascii=True)


def loads(kind: type[T], line: str) -> T:
    """Read back a `kind` that `dumps` wrote."""
    value: T = _decoder_of(kind)(json.loads(line))
    return value


def loads_all(kind: type[T], line: str) -> tuple[T, ...]:
    """Read back a tuple of `kind`."""
    decode = _decoder_of(kind)
    return tuple(decode(item) for item in json.loads(line))


def _json(plain_value: object, *, ensure_ascii: bool) -> str:
    return json.dumps(plain_value, ensure_ascii=ensure_ascii, separators=(",", ":"), sort_keys=True)


def _is_encodable(written: str) -> bool:
    try:
        written.encode()
    except UnicodeEncodeError:  # a lone surrogate, from a text that was decoded badly
        return False
    return True


@cache
def _encoder(kind: Any) -> Callable[[Any], Any]:
    if issubclass(kind, StrEnum):
        return str
    if issubclass(kind, (int, float, str, types.NoneType)):
        return _same
    if issubclass(kind, date):
        return _iso
    if issubclass(kind, (tuple, list)):
        return _listed
    defaults = tuple((field.name, field.default) for field in dataclasses.fields(kind))
    return lambda value: {
        name: plain(item)
        for name, default in defaults
        if (item := getattr(value, name)) is not default and item != default
    }


def _iso(value: date) -> str:
    return value.isoformat()


def _listed(values: Any) -> list[Any]:
    return [plain(item) for item in values]


def _decoder_of(kind: Any) -> Decoder:
    return _decoder(kind)


@cache
def _decoder(kind: Any) -> Decoder:
    origin = typing.get_origin(kind)
    if origin in (typing.Union, types.UnionType):
        (inner,) = (item for item in typing.get_args(kind) if item is not type(None))
        return _optional(_decoder(inner))
    if origin is tuple:
        return _many(_decoder(typing.get_args(kind)[0]))
    if kind in (datetime, date):
        return typing.cast(Decoder, kind.fromisoformat)
    if dataclasses.is_dataclass(kind):
        return _record(kind)
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return kind
    return _same


def _same(value: Any) -> Any:
    return value


def _optional(decode: Decoder) -> Decoder:
    return lambda value: None if value is None else decode(value)


def _many(decode: Decoder) -> Decoder:
    return lambda value: tuple([decode(item) for item in value])


def _record(kind: Any) -> Decoder:
    hints = typing.get_type_hints(kind)
    decoders = {field.name: _decoder(hints[field.name]) for field in dataclasses.fields(kind)}
    return lambda value: kind(
        **{name: decoders[name](item) for name, item in value.items() if name in decoders}
    )
