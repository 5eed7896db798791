"""The shallow reading of sentences: tags, groups, who does what."""

import pytest

from chronology.events import entities, instruments
from chronology.events.language.clauses import Sentence
from chronology.events.language.tagger import tag
from chronology.events.language.tokens import tokenise
from chronology.model import Span


def sentence(text: str) -> Sentence:
    span = Span(0, len(text))
    return Sentence(span, tag(tokenise(text, span, ())))


@pytest.mark.parametrize(
    ("text", "word", "wanted"),
    [
        ("They plan to sign.", "plan", "VBP"),
        ("The plan failed.", "plan", "NN"),
        ("The treaty signed here expires.", "signed", "VBN"),
        ("They signed it.", "signed", "VBD"),
        ("It has been signed.", "signed", "VBN"),
        ("Peace talks in Geneva failed.", "talks", "NNS"),
        ("He talks to them.", "talks", "VBZ"),
        ("After the vote they left.", "After", "IN"),
        ("After they voted, he left.", "After", "TIMESUB"),
        ("He said that it failed.", "that", "SUB"),
        ("The Russian and Chadian envoys met.", "envoys", "NNS"),
        ("She met her mother.", "her", "PRPS"),
        ("He flew in from Oslo.", "in", "RB"),
        ("Both pleaded not guilty.", "pleaded", "VBD"),
        ("The accused were sentenced.", "accused", "NNS"),
        ("They found his dismembered and charred body.", "charred", "JJ"),
        ("Hill and Wu all voted.", "all", "RB"),
        ("Officers who were looking for Moe concluded he was dead.", "concluded", "VBD"),
        ("In the Hill case, decided in Oslo, the court struck down the ban.", "decided", "VBN"),
        ("It fined the firm 9 billion won.", "won", "NNS"),
        ("They buried sets of remains.", "remains", "NNS"),
        ("Troops land on the reef.", "land", "VBP"),
        ("The wreck was first spotted by a diver.", "spotted", "VBN"),
        ("The deal, announced late in May, lapses.", "announced", "VBN"),
        ("Google agreed to buy it.", "Google", "NNP"),
        ("The owner surrendered to police here.", "police", "NN"),
    ],
)
def test_tags_in_context(text: str, word: str, wanted: str) -> None:
    assert next(item.tag for item in sentence(text).words if item.text == word) == wanted


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("The minister of Chad met envoys and told them all.", "told", "minister"),
        ("The deal, signed in Oslo, expires.", "expires", "deal"),
        ("The deal, signed in Oslo, expires.", "signed", "deal"),
        ("The measures, adopted after a plane was forced to land, expire.", "expire", "measures"),
        ("The envoy, who lives in Oslo, said so.", "said", "envoy"),
        ("With the pact between two powers expiring, talks began.", "expiring", "pact"),
        ("Musa Dara, the head of the court, was sworn in.", "sworn", "Dara"),
        ("Kenya accused Chad of arming rebels.", "arming", "Chad"),
        ("He invited Chad to join.", "join", "Chad"),
        ("A bus carrying pilgrims plunged into a ravine.", "plunged", "bus"),
        ("James Moe, 44, of Vermont, was seen.", "seen", "Moe"),
        ('"We sign the contract," said Rosa Lima, the head.', "said", "Lima"),
        ("The by-laws of the port, which were made by Moe, lapse.", "made", "by-laws"),
    ],
)
def test_subjects(text: str, verb: str, subject: str) -> None:
    read = sentence(text)
    at = next(item for item in read.verbs() if read.head(item).text == verb)
    assert read.head(read.subjects[at]).text == subject


def test_the_object_of_a_relative_clause_is_its_antecedent() -> None:
    read = sentence("They praised the deal, which Kenya left.")
    left = next(item for item in read.verbs() if read.head(item).text == "left")
    assert read.head(read.object_of(left)).text == "deal"


@pytest.mark.parametrize(
    ("text", "tense", "passive", "negated"),
    [
        ("It will not be signed.", "future", True, True),
        ("It had been signed.", "past", True, False),
        ("They sign.", "present", False, False),
        ("It did not expire.", "past", False, True),
    ],
)
def test_verb_groups(text: str, tense: str, passive: bool, negated: bool) -> None:
    read = sentence(text)
    group = read.verb(next(read.verbs()))
    assert group is not None
    assert (group.tense, group.passive, group.negated) == (tense, passive, negated)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("the Joint Comprehensive Plan of Action and the Iran nuclear deal", ["JCPOA", "JCPOA"]),
        ("the Lake Chad Water Convention (LCWC). The LCWC holds.", ["LCWC", "LCWC"]),
        ("under the Treaty on Open Skies", ["Open Skies Treaty"]),
        ("the Bogor pact of 1990", ["Bogor pact"]),
        ("Security Council Resolution 1244 stands", ["Security Council Resolution 1244"]),
        ("The Act of Montevideo was signed", ["Act of Montevideo"]),
        ("a treaty and an agreement", []),
        ("The Russian agreement", []),
    ],
)
def test_instruments_known_and_generic(text: str, names: list[str]) -> None:
    assert [item.name for item in instruments.find(text)] == names


@pytest.mark.parametrize(
    ("full", "short"),
    [
        ("Mike Pompeo", "Pompeo"),
        ("Wang Yi", "Wang Yi"),
        ("Ursula von der Leyen", "von der Leyen"),
        ("John Paul II", "John Paul II"),
    ],
)
def test_short_names(full: str, short: str) -> None:
    assert entities.short_name(full) == short


def test_spellings_of_one_name_meet() -> None:
    assert entities.fold("Zelensky") == entities.fold("Zelenskyy") == entities.fold("Zelenskiy")


@pytest.mark.parametrize(
    ("text", "verb", "other", "wanted"),
    [
        ("Envoys who had met Moe said he was ill.", "met", "said", (("relative",), ())),
        ("Envoys who had met Moe said he was ill.", "said", "was", ((), ("content",))),
        ("The deal, which was signed here, expires.", "expires", "signed", ((), ("relative",))),
        ("When the shah fell, the army took over.", "fell", "took", (("when",), ())),
        ("They met here and police found a bomb.", "found", "met", (("and",), ())),
        ("They kept a promise to kill a man.", "kill", "kept", (("to",), ())),
        ("The talks failed, officials said.", "said", "failed", (("teller",), ())),
    ],
)
def test_clauses_hang_on_each_other(text: str, verb: str, other: str, wanted: object) -> None:
    read = sentence(text)
    at = {read.head(item).text: item for item in read.verbs()}
    assert read.tree.path(read.tree.of[at[verb]], read.tree.of[at[other]]) == wanted
