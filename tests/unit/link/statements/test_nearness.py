from collections.abc import Sequence

from onrecord.link.statements.nearness import find_parts, score_renderings
from onrecord.link.statements.renderings import read_renderings
from onrecord.model.attribution import Manner
from onrecord.model.contents import ModelCard
from onrecord.model.meaning import Meanings, WordLinks
from support.piles import reading_of

WHOLE = "We have walked every yard of that dam, and we have found no crack that a child could put a finger in"
TOLD = "they had gone over the whole dam and seen no crack wide enough for the finger of a child"
OTHER = "The turbines of the dam will be sold to whoever offers the most for them before summer"


class Fixed:
    """Meanings that hold every pair equally near."""

    def __init__(self, answer: int) -> None:
        self.answer = answer
        self.asked: list[str] = []

    @property
    def card(self) -> ModelCard:
        """Name nothing."""
        return ModelCard(name="fixed", version="1", sha256="0")

    def prepare(self) -> None:
        """Load nothing."""

    def relate(
        self, wordings: Sequence[tuple[str, ...]], pairs: Sequence[tuple[int, int]]
    ) -> tuple[int, ...]:
        """Remember what was asked."""
        self.asked += [texts[0] for texts in wordings]
        return (self.answer,) * len(pairs)

    def link_words(self, left: Sequence[str], right: Sequence[str]) -> WordLinks | None:
        """Link nothing."""
        del left, right
        return None


def scores_of(
    first: str,
    second: str,
    manner: Manner = Manner.DIRECT,
    *,
    third: str = OTHER,
    meanings: Meanings | None = None,
) -> dict[frozenset[str], float]:
    pile = [
        reading_of("", [f"Dorran: {first} "], speeches=[("Dorran", first, Manner.DIRECT)]),
        reading_of(
            "",
            [f"Dorran said {second}. ", f"{third} "],
            speeches=[("Dorran", second, manner), ("Dorran", third, Manner.DIRECT)],
        ),
    ]
    ordered = sorted(pile, key=lambda reading: reading.report.id)
    renderings = read_renderings(
        ordered,
        {chain.id: "p1" for reading in pile for chain in reading.chains},
        {reading.report.id: "e1" for reading in pile},
    )
    return {
        frozenset(renderings[key].text for key in pair): score
        for pair, score in score_renderings(renderings, meanings).items()
    }


def test_a_retelling_is_nearer_than_another_sentence_on_the_subject() -> None:
    scores = scores_of(WHOLE, TOLD, Manner.INDIRECT)
    assert scores[frozenset({WHOLE, TOLD})] > scores[frozenset({WHOLE, OTHER})]


def test_two_quotations_must_share_more_than_a_quotation_and_its_retelling() -> None:
    pair = frozenset({WHOLE, TOLD})
    assert scores_of(WHOLE, TOLD, Manner.INDIRECT)[pair] > scores_of(WHOLE, TOLD)[pair]


def test_a_rival_takes_from_a_pair() -> None:
    pair = frozenset({WHOLE, TOLD})
    assert scores_of(WHOLE, TOLD)[pair] > scores_of(WHOLE, TOLD, third=WHOLE.replace("yard", "foot"))[pair]


def test_meaning_counts_where_words_leave_it_open() -> None:
    pair = frozenset({WHOLE, TOLD})
    near, far = (scores_of(WHOLE, TOLD, meanings=Fixed(answer))[pair] for answer in (90, 10))
    assert near > far + 0.15


def test_meaning_is_not_asked_of_equal_wordings() -> None:
    fixed = Fixed(50)
    scores_of(WHOLE, WHOLE.replace("We", "we"), third="Rain.", meanings=fixed)
    assert not fixed.asked


def test_a_short_wording_has_no_parts() -> None:
    assert find_parts("“The dam” will hold") == ("The dam will hold",)
