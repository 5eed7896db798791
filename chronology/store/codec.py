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
    plain = _plain(value)
    text = _json(plain, ensure_ascii=False)
    return text if _is_encodable(text) else _json(plain, ensure_ascii=True)


def loads(kind: type[T], text: str) -> T:
    """Read back a `kind` that `dumps` wrote."""
    value: T = _decoder_of(kind)(json.loads(text))
    return value


def loads_all(kind: type[T], text: str) -> tuple[T, ...]:
    """Read back a tuple of `kind`."""
    decode = _decoder_of(kind)
    return tuple(decode(item) for item in json.loads(text))


def _json(plain: object, *, ensure_ascii: bool) -> str:
    return json.dumps(plain, ensure_ascii=ensure_ascii, separators=(",", ":"), sort_keys=True)


def _is_encodable(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:  # a lone surrogate, from a text that was decoded badly
        return False
    return True


def _plain(value: Any) -> Any:
    if value is None or isinstance(value, (int, float)):
        return value
    if isinstance(value, str):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, (tuple, list)):
        return [_plain(item) for item in value]
    return {
        name: _plain(item)
        for name, default in _defaults(value.__class__)
        if (item := getattr(value, name)) is not default and item != default
    }


@cache
def _defaults(kind: Any) -> tuple[tuple[str, Any], ...]:
    return tuple((field.name, field.default) for field in dataclasses.fields(kind))


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
