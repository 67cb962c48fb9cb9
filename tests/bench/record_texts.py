"""Invented sentences by seed: what a made record's reports say, and where in their texts it stands."""

import random
from collections.abc import Sequence
from dataclasses import dataclass, field

from onrecord.model.attribution import Manner
from onrecord.model.span import Span

SYLLABLES = (
    "ba",
    "den",
    "fo",
    "gar",
    "hol",
    "ka",
    "lin",
    "mon",
    "na",
    "or",
    "pel",
    "ra",
    "sun",
    "tar",
    "vel",
    "wi",
    "yan",
    "zu",
)
THINGS = (
    "ferry",
    "harbour",
    "lighthouse",
    "breakwater",
    "fish market",
    "slipway",
    "dredger",
    "pilot boat",
    "quay",
    "mole",
)
MONTHS = ("March", "April", "May", "June", "September", "October")
DOINGS = (
    "will open again in {month}",
    "needs {number} new piles",
    "was shut for {number} weeks",
    "costs {number} million more than was told",
    "stays where it is",
    "is not for sale",
    "must be moved before the winter",
    "has never been safer",
)
FILLERS = (
    "Rain fell on {place} for the {number}th day.",
    "Nobody was hurt when the {thing} of {place} was closed in {month}.",
    "The council of {place} meets again in {month}.",
    "About {number} boats were moored along the {thing}.",
    "Residents of {place} had waited {number} hours for word of the {thing}.",
    "Work on the {thing} began in {month} and took {number} days.",
)


@dataclass(frozen=True, slots=True)
class Told:
    """Where a report tells of a statement."""

    manner: Manner
    content: Span
    source: Span


@dataclass(slots=True)
class Page:
    """A text that grows by paragraphs."""

    pieces: list[str] = field(default_factory=list[str])
    length: int = 0

    def add(self, sentence: str) -> int:
        """Add a paragraph and return where it begins."""
        start = self.length + 2 if self.pieces else 0
        self.pieces.append(sentence)
        self.length = start + len(sentence)
        return start

    def tell(self, words: str, name: str, *, quoted: bool) -> Told:
        """Add a paragraph in which `name` says `words`."""
        if quoted:
            begin = self.add(f"“{words},” {name} said.")
            source = begin + len(words) + 4
            content = Span(begin + 1, begin + 1 + len(words))
            return Told(Manner.DIRECT, content, Span(source, source + len(name)))
        begin = self.add(f"{name} said that {words}.")
        start = begin + len(name) + len(" said that ")
        return Told(Manner.INDIRECT, Span(start, start + len(words)), Span(begin, begin + len(name)))

    @property
    def text(self) -> str:
        """The text as it stands."""
        return "\n\n".join(self.pieces) + "\n"


def make_names(dice: random.Random, number: int) -> list[str]:
    """Return so many names of two words, no two alike."""
    found: dict[str, None] = {}
    while len(found) < number:
        found[f"{_word(dice, 2)} {_word(dice, 3)}"] = None
    return list(found)


def _word(dice: random.Random, syllables: int) -> str:
    return "".join(dice.choice(SYLLABLES) for _ in range(dice.randint(2, syllables))).capitalize()


def make_doing(dice: random.Random) -> str:
    """Return what some thing does."""
    return dice.choice(DOINGS).format(month=dice.choice(MONTHS), number=dice.randrange(2, 900))


def make_words(dice: random.Random, thing: str, place: str) -> str:
    """Return words that somebody may say of a thing: one to three clauses joined by "and"."""
    return " and ".join(f"the {thing} of {place} {make_doing(dice)}" for _ in range(dice.randint(1, 3)))


def make_filler(dice: random.Random, places: Sequence[str]) -> str:
    """Return a sentence in which nobody says anything."""
    return dice.choice(FILLERS).format(
        place=dice.choice(places),
        thing=dice.choice(THINGS),
        month=dice.choice(MONTHS),
        number=dice.randrange(4, 900),
    )
