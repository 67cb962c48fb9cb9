from dataclasses import replace
from itertools import combinations, permutations

from onrecord.link.copies.copies import Copy, find_copies
from onrecord.link.statements.statements import group_attributions
from onrecord.model.attribution import Attribution, Manner, Reading
from onrecord.model.span import Span
from support.piles import find, reading_of

WHOLE = "We have walked every yard of that dam, and we have found no crack that a child could put a finger in"
OTHER = "The turbines will be sold to whoever offers the most for them before the summer is out"


def said(name: str, words: str, manner: Manner = Manner.DIRECT, tail: str = "") -> Reading:
    return reading_of("", [f"{name} spoke in Oxley: “{words}”.{tail}"], speeches=[(name, words, manner)])


def groups_of(*pile: Reading) -> list[tuple[Attribution, ...]]:
    ordered = sorted(pile, key=lambda reading: reading.report.id)
    entity_of = {chain.id: f"p{chain.name}" for reading in pile for chain in reading.chains}
    event_of = {reading.report.id: "e1" for reading in pile}
    return group_attributions(ordered, entity_of=entity_of, event_of=event_of, copies=find_copies(ordered))


def test_two_translations_of_one_sentence_are_one_statement() -> None:
    other = WHOLE.replace("walked every yard", "gone over each yard").replace(
        "put a finger in", "stick its finger into"
    )
    assert len(groups_of(said("Dorran", WHOLE), said("Dorran", other))) == 1


def test_two_sentences_of_one_speech_are_two_statements() -> None:
    assert len(groups_of(said("Dorran", WHOLE), said("Dorran", OTHER))) == 2


def test_the_same_words_of_two_speakers_are_two_statements() -> None:
    assert len(groups_of(said("Dorran", WHOLE), said("Quist", WHOLE, tail=" Nobody else did."))) == 2


def shared_between(*pile: Reading) -> list[Copy]:
    return [
        Copy(a.report.id, b.report.id, ((Span(0, len(a.report.text)), Span(0, len(b.report.text))),))
        for a, b in combinations(sorted(pile, key=lambda reading: reading.report.id), 2)
    ]


def test_words_in_a_shared_passage_are_never_two_peoples() -> None:
    dorran, quist = said("Dorran", WHOLE), said("Quist", WHOLE)
    unnamed = said("Nobody", WHOLE)
    unnamed = replace(
        unnamed, chains=(), attributions=tuple(replace(one, speakers=()) for one in unnamed.attributions)
    )
    dorran_again = said("Dorran", WHOLE, tail=" It rained.")

    def sizes(*pile: Reading) -> list[int]:
        ordered = sorted(pile, key=lambda reading: reading.report.id)
        groups = group_attributions(
            ordered,
            entity_of={chain.id: f"p{chain.name}" for reading in pile for chain in reading.chains},
            event_of={reading.report.id: reading.report.id for reading in pile},
            copies=shared_between(*pile),
        )
        return sorted(len(group) for group in groups)

    assert sizes(dorran, quist) == [1, 1]
    assert sizes(dorran, dorran_again) == [2]
    assert sizes(dorran, unnamed) == [2]
    assert sizes(dorran, unnamed, quist) == [1, 1, 1]
    assert sizes(dorran, unnamed, quist, dorran_again) == [1, 1, 2]


def test_every_attribution_is_in_exactly_one_statement_whatever_the_order() -> None:
    pile = (said("Dorran", WHOLE), said("Dorran", WHOLE, tail=" It rained."), said("Dorran", OTHER))
    expected = groups_of(*pile)
    assert sorted(a.id for group in expected for a in group) == sorted(
        a.id for r in pile for a in r.attributions
    )
    assert all(groups_of(*order) == expected for order in permutations(pile))


def test_a_denial_and_an_admission_of_the_same_words_are_two_statements() -> None:
    closing = "the sluice would close before the winter"
    pile = [
        reading_of("", [f"Dorran {cue} that {closing}."], speeches=[("Dorran", closing, Manner.INDIRECT)])
        for cue in ("denied", "admitted", "has denied")
    ]
    pile = [
        replace(
            reading,
            attributions=tuple(
                replace(one, cue=find(reading.report.text, cue)) for one in reading.attributions
            ),
        )
        for reading, cue in zip(pile, ("denied", "admitted", "denied"), strict=True)
    ]
    assert sorted(len(group) for group in groups_of(*pile)) == [1, 2]


def test_one_word_in_common_does_not_join_two_short_wordings() -> None:
    closing = said("Dorran", "the sluice will close for good")
    other = reading_of(
        "", ["Dorran hoped to widen a sluice."], speeches=[("Dorran", "to widen a sluice", Manner.INDIRECT)]
    )
    told = reading_of(
        "",
        ["Dorran said the sluice would close."],
        speeches=[("Dorran", "the sluice would close", Manner.INDIRECT)],
    )
    assert len(groups_of(closing, other)) == 2
    assert len(groups_of(closing, told)) == 1


def test_what_only_points_back_is_never_joined_with_another_reports() -> None:
    pile = [
        reading_of("", [f"{charge} Dorran denied this."], speeches=[("Dorran", "this", Manner.INDIRECT)])
        for charge in ("The turbines were stolen.", "The dam had a crack.")
    ]
    assert len(groups_of(*pile)) == len(pile)
