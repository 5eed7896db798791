"""Every rule finds its own examples and leaves its rejects alone; the marks «» say where."""

import re

import pytest

from chronology.expressions.finder import find
from chronology.expressions.rules import RULES

_MARKED = re.compile("«([^«»]*)»")
_EXAMPLES = [(rule, text) for rule in RULES for text in rule.examples]
_REJECTS = [(rule, text) for rule in RULES for text in rule.rejects]


def _name(value: object) -> str:
    return getattr(value, "name", str(value))


@pytest.mark.parametrize(("rule", "marked"), _EXAMPLES, ids=_name)
def test_a_rule_finds_its_example(rule, marked):
    wanted = _MARKED.search(marked)
    assert wanted is not None, "an example marks its expression with «»"
    text = marked.replace("«", "").replace("»", "")
    found = [(item.text, item.start) for item in find(text)]
    assert (wanted.group(1), wanted.start()) in found


@pytest.mark.parametrize(("rule", "text"), _REJECTS, ids=_name)
def test_a_rule_leaves_its_reject_alone(rule, text):
    assert rule.name not in {item.rule for item in find(text)}


def test_every_rule_has_a_name_of_its_own_and_an_example():
    names = [rule.name for rule in RULES]
    assert len(names) == len(set(names))
    assert [rule.name for rule in RULES if not rule.examples] == []
