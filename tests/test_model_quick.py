"""Values that are made quickly are frozen dataclasses like any other."""

import copy
import pickle
from dataclasses import FrozenInstanceError, dataclass, fields, replace

import pytest

from chronology.model import Granularity, Period, Timex
from chronology.model.meaning import Calendar
from chronology.model.quick import quick
from chronology.tagging import tag


@dataclass(frozen=True, slots=True)
class Plain:
    first: int
    second: str = "b"
    third: tuple[int, ...] = ()


@quick
@dataclass(frozen=True, slots=True)
class Quick:
    first: int
    second: str = "b"
    third: tuple[int, ...] = ()


@pytest.mark.parametrize(("args", "names"), [((1,), {}), ((1, "c"), {"third": (2,)}), ((), {"first": 3})])
def test_it_takes_the_same_arguments(args, names):
    plain, made = Plain(*args, **names), Quick(*args, **names)
    assert [getattr(made, field.name) for field in fields(made)] == [
        getattr(plain, field.name) for field in fields(plain)
    ]
    assert repr(made) == repr(plain).replace("Plain", "Quick")
    assert hash(made) == hash(plain)


@pytest.mark.parametrize("names", [{}, {"first": 1, "fourth": 2}, {"second": "c"}])
def test_it_refuses_the_same_arguments(names):
    with pytest.raises(TypeError):
        Plain(**names)
    with pytest.raises(TypeError):
        Quick(**names)


def test_it_is_frozen():
    made = Quick(1)
    for name in ("first", "fourth", "__class__"):
        with pytest.raises((FrozenInstanceError, TypeError)):
            setattr(made, name, 2)
    assert made == Quick(1)
    assert type(made) is Quick


def values():
    (timex,) = tag("They met on 9 May 2019.", "2019-12-11")
    return timex, timex.period, Calendar(Granularity.MONTH, month=5), Quick(1, "c")


@pytest.mark.parametrize("value", values(), ids=lambda value: type(value).__name__)
def test_it_is_copied_pickled_and_replaced_as_any(value):
    assert copy.deepcopy(value) == value
    assert pickle.loads(pickle.dumps(value)) == value
    assert replace(value) == value
    assert type(replace(value)) in {Timex, Period, Calendar, Quick}
