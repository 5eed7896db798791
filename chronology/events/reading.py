"""A document read: its sentences, who and what each noun group means, pronouns and "the pact" resolved."""

from dataclasses import dataclass, field

from chronology.events import entities, instruments
from chronology.events.entities import Entity
from chronology.events.language.clauses import Sentence
from chronology.model import Document, Timex


@dataclass
class Reading:
    """Sentences of a document with the timexes inside each; `means` resolves noun groups."""

    document: Document
    sentences: tuple[Sentence, ...]
    timexes: tuple[tuple[Timex, ...], ...]
    people: entities.People
    mentions: tuple[instruments.Mention, ...]
    mention_at: dict[int, instruments.Mention] = field(default_factory=dict)
    pairs: dict[int, tuple[Entity, ...]] = field(default_factory=dict)
    parties: dict[str, tuple[Entity, ...]] = field(default_factory=dict)
    topics: dict[int, Entity | None] = field(
        default_factory=dict
    )  # the instrument last named before a sentence
    numbers: dict[str, bool] = field(default_factory=dict)  # names whose verbs the text has in the plural
    meanings: dict[tuple[int, int], tuple[Entity, ...]] = field(default_factory=dict)
    owners: dict[tuple[int, int], tuple[Entity, ...]] = field(default_factory=dict)

    def means(self, sentence: int, at: int) -> tuple[Entity, ...]:
        """Return what noun group `at` of sentence number `sentence` stands for; () where it names nothing."""
        return self.meanings.get((sentence, at), ())

    def owner(self, sentence: int, at: int) -> tuple[Entity, ...]:
        """Return who owns the noun group ("Novak's visit", "its commitments")."""
        return self.owners.get((sentence, at), ())
