"""What was spoken of so far: the memory of one pass over a document."""

from collections import deque
from dataclasses import dataclass, field

from chronology.events.entities import Entity
from chronology.events.reading import Reading

SPAN = 120
"""How many mentions back a pronoun or an office may reach."""


@dataclass
class Memory:
    """Persons, things and treaties as the sentences go by."""

    reading: Reading
    persons: deque[Entity] = field(default_factory=lambda: deque(maxlen=SPAN))
    before: list[Entity] = field(default_factory=list)  # persons of the sentence before
    here: list[Entity] = field(default_factory=list)  # persons of this sentence
    pair: tuple[Entity, ...] = ()  # the persons last named together
    subject: tuple[Entity, ...] = ()
    last_subject: tuple[Entity, ...] = ()
    last_object: tuple[Entity, ...] = ()
    last_many: tuple[Entity, ...] = ()  # the plural common noun that the sentence before was about
    last_plural: tuple[Entity, ...] = ()  # the plural common noun that it named last
    several: tuple[Entity, ...] = ()  # the states and bodies last named together
    joined: tuple[Entity, ...] = ()  # the subject of the sentence before, where it names several
    crowd: tuple[Entity, ...] = ()  # the crew, team or family last named
    centred: bool = False  # the sentence before was about a pronoun: it goes on being about that
    last_objects: tuple[Entity, ...] = ()  # the plural common noun that was its object
    actors: list[Entity] = field(default_factory=list)  # countries and organisations of this sentence
    deeds: dict[str, tuple[Entity, ...]] = field(default_factory=dict)  # of the sentence before
    many: bool = False  # the subject of this sentence is a plural noun
    busy: str = ""  # who cannot be meant: the subject of the same verb
    places: set[str] = field(default_factory=set)
    ships: set[str] = field(default_factory=set)
    states: deque[Entity] = field(
        default_factory=lambda: deque(maxlen=SPAN)
    )  # countries and organisations of the document so far
    instrument: Entity | None = None
    instruments: deque[Entity] = field(default_factory=lambda: deque(maxlen=SPAN))  # all that were named
    mention: int = 0
    definitions: dict[str, frozenset[str]] = field(default_factory=dict)
