"""Frozen dataclasses that are made quickly: tagging makes a dozen of them for every time expression."""

from dataclasses import MISSING, fields
from typing import Any, TypeVar

_Class = TypeVar("_Class")


def quick(cls: type[_Class]) -> type[_Class]:
    """Return a frozen dataclass with slots whose `__init__` takes half the time, and is the same otherwise.

    The generated one looks up `object.__setattr__` for every field; this one has the slots at hand. For
    classes with neither `__post_init__` nor default factories.
    """
    known: dict[str, Any] = {}
    parameters, lines = [], []
    for field in fields(cls):  # type: ignore[arg-type]
        name, default = field.name, "" if field.default is MISSING else f"=default_{field.name}"
        known |= {f"set_{name}": getattr(cls, name).__set__, f"default_{name}": field.default}
        parameters.append(name + default)
        lines.append(f"  set_{name}(self, {name})")
    source = "\n".join(
        (f"def made({', '.join(known)}):", f" def __init__(self, {', '.join(parameters)}):", *lines)
    )
    scope: dict[str, Any] = {}
    exec(f"{source}\n return __init__", scope)  # noqa: S102 - as dataclasses itself does, of names alone
    made = scope["made"](**known)
    made.__qualname__, made.__doc__ = f"{cls.__qualname__}.__init__", cls.__init__.__doc__
    made.__annotations__ = cls.__init__.__annotations__
    cls.__init__ = made  # type: ignore[method-assign]
    return cls
