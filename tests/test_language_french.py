"""A second language is a folder: French is read by the English grammar's rules, to the same derivations."""

import pytest

from chronology.expressions import lexicon
from chronology.expressions.rules import RULES
from chronology.model import DateError
from chronology.tagging import resolve, tag

PUBLISHED = "2019-12-11"  # a Wednesday
READ = [
    ("Le traité a été signé le 14 juillet 2019 à Paris.", "le 14 juillet 2019", "2019-07-14"),
    ("Il expirera le 5 février 2021.", "le 5 février 2021", "2021-02-05"),
    ("Le 1er mai 2020, tout ferme.", "Le 1er mai 2020", "2020-05-01"),
    ("Il a été élu le dimanche 7 mai 2017.", "le dimanche 7 mai 2017", "2017-05-07"),
    ("En août 2018, il a plu.", "août 2018", "2018-08"),
    ("Le vote a eu lieu en mai.", "mai", "2019-05"),
    ("L'accord sera ratifié en mars.", "mars", "2020-03"),
    ("Ils se sont vus lundi.", "lundi", "2019-12-09"),
    ("La réunion se tiendra lundi prochain.", "lundi prochain", "2019-12-16"),
    ("En 2014, 2000 personnes ont défilé.", "2014", "2014"),
    ("Il est parti hier.", "hier", "2019-12-10"),
    ("Avant-hier, ils ont signé.", "Avant-hier", "2019-12-09"),
    ("Aujourd'hui, rien.", "Aujourd'hui", "2019-12-11"),
    ("Ils partiront après-demain.", "après-demain", "2019-12-13"),
    ("Il y a deux ans, tout a changé.", "Il y a deux ans", "2017"),
    ("Elle est née il y a dix jours.", "il y a dix jours", "2019-12-01"),
    ("Il l'a dit il y a un an et demi.", "il y a un an et demi", "2018-06"),
    ("Les urnes ouvriront dans trois mois.", "dans trois mois", "2020-03"),
    ("La semaine dernière, il neigeait.", "La semaine dernière", "2019-W49"),
    ("L'année prochaine, ils reviendront.", "L'année prochaine", "2020"),
    ("Cette année, la récolte est bonne.", "Cette année", "2019"),
    ("C'était mai dernier.", "mai dernier", "2019-05"),
    ("Ils l'ont vu l'été 2018.", "l'été 2018", "2018-SU"),
    ("Le troisième trimestre de 2018 fut bon.", "Le troisième trimestre de 2018", "2018-Q3"),
    ("La trêve a duré trois ans.", "trois ans", "P3Y"),
    ("Rien ne bouge actuellement.", "actuellement", "PRESENT_REF"),
]
SAME = [
    ("la semaine dernière", "last week"),
    ("l'année prochaine", "next year"),
    ("il y a deux ans", "two years ago"),
    ("il y a trois semaines", "three weeks ago"),
    ("dans trois mois", "three months from now"),
    ("mai dernier", "last May"),
    ("hier", "yesterday"),
    ("le 14 juillet", "July 14"),
    ("le 31 février 2019", "February 31, 2019"),
    ("février 2021", "February 2021"),
    ("lundi", "Monday"),
]
DECOYS = [
    "La mer est calme et le jeu continue.",
    "Il regarde Mars dans le ciel.",
    "Le second candidat a parlé d'une planète.",
    "La résolution 1973 a été adoptée.",
    "Plus de 2000 personnes ont voté pour le mur.",
    "Il a payé 1999 euros.",
]


@pytest.mark.parametrize(("text", "words", "value"), READ, ids=[words for _, words, _ in READ])
def test_french_is_read(text, words, value):
    assert [(timex.text, timex.value) for timex in tag(text, PUBLISHED, language="fr")] == [(words, value)]


@pytest.mark.parametrize(("french", "english"), SAME)
def test_the_derivation_is_the_same(french, english):
    ours, theirs = resolve(french, PUBLISHED, language="fr"), resolve(english, PUBLISHED)
    assert (ours.type, ours.value, ours.edtf, ours.anchor) == (
        theirs.type,
        theirs.value,
        theirs.edtf,
        theirs.anchor,
    )
    assert ours.because == theirs.because.replace(f"“{english}”", f"“{french}”")
    assert [step.kind for step in ours.derivation.steps] == [step.kind for step in theirs.derivation.steps]
    assert ours.derivation.steps[1:] == theirs.derivation.steps[1:]


@pytest.mark.parametrize("text", DECOYS)
def test_french_words_that_are_no_time(text):
    assert tag(text, PUBLISHED, language="fr") == ()


def test_every_pattern_speaks_for_a_rule():
    patterns = lexicon.patterns("fr")
    assert patterns is not None
    assert patterns.keys() <= {rule.name for rule in RULES}


def test_languages_do_not_mix():
    assert tag("la semaine dernière", PUBLISHED) == ()
    assert tag("last week", PUBLISHED, language="fr") == ()


def test_an_unknown_language_is_refused():
    with pytest.raises(DateError, match="unknown language"):
        tag("gestern", PUBLISHED, language="de")
