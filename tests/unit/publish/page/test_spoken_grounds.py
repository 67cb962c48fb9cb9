from dataclasses import replace

from onrecord.model.annotation import Kind
from onrecord.model.attribution import Manner, Reading
from onrecord.model.contents import Contents, MadeWith
from onrecord.model.report import Zone
from onrecord.model.statement import Entity, Linked
from onrecord.publish.page.pile import Pile, pile_of
from onrecord.publish.page.spoken_grounds import attribution_ground, statement_ground
from support.contents import (
    attribution_of,
    blocks_of,
    capture_of,
    chain_of,
    ferry_contents,
    reading_of,
    report_of,
)
from support.taken import denying

PILE = pile_of(ferry_contents())
TEXT = "Ana Velik met Tom Roe on the quay. He said the ferry would be late."


def two_named(speaker: str | None) -> tuple[Pile, Reading]:
    capture = capture_of(TEXT, "pile/quay.txt")
    report = report_of(capture, blocks=blocks_of(TEXT, (Zone.BODY,)))
    velik = chain_of(report, Kind.PERSON, ("Ana Velik", "Ana Velik", None))
    roe = chain_of(report, Kind.PERSON, ("Tom Roe", "Tom Roe", None), ("He", None, None))
    chosen = {"Tom Roe": roe, "Ana Velik": velik}.get(speaker or "")
    said = attribution_of(
        report, "the ferry would be late", cue="said", source="He", chain=chosen, manner=Manner.INDIRECT
    )
    reading = reading_of(report, [velik, roe], [said])
    entities = tuple(
        Entity(
            id="p" + one.id[1:], name=one.name or "", aliases=(), kind=one.kind, roles=(), chain_ids=(one.id,)
        )
        for one in (velik, roe)
    )
    made = MadeWith(onrecord="0", settings={}, models=(), years=(2000, 2030))
    contents = Contents(
        made_with=made, captures=(capture,), readings=(reading,), linked=Linked(entities=entities)
    )
    return pile_of(contents), reading


def test_an_attribution_tells_rule_words_and_who_is_meant() -> None:
    pile, reading = two_named("Tom Roe")
    ground = attribution_ground(pile, reading.attributions[0])
    assert ground.rule == "indirect.cue"
    assert {place.part: place.exact for place in ground.places} == {
        "content": "the ferry would be late",
        "cue": "said",
        "source": "He",
        "named here": "Tom Roe",
    }
    assert "“He” stands for Tom Roe." in ground.because


def test_who_else_is_named_before_is_a_candidate() -> None:
    pile, reading = two_named("Tom Roe")
    (other,) = attribution_ground(pile, reading.attributions[0]).candidates
    assert other.what == "Ana Velik"
    assert "farther back" in other.why_not


def test_of_an_unknown_speaker_everybody_named_is_a_candidate() -> None:
    pile, reading = two_named(None)
    ground = attribution_ground(pile, reading.attributions[0])
    assert [one.what for one in ground.candidates] == ["Tom Roe", "Ana Velik"]
    assert any("unknown" in sentence for sentence in ground.because)


def test_of_words_without_source_and_speaker_nobody_is_said_to_be_meant() -> None:
    pile, reading = two_named(None)
    bare = replace(reading.attributions[0], source=None, cue=None)
    because = attribution_ground(pile, bare).because
    assert "No source phrase: nothing says whose words these are." in because


def test_a_nearer_name_that_was_not_taken_says_so() -> None:
    pile, reading = two_named("Ana Velik")
    (other,) = attribution_ground(pile, reading.attributions[0]).candidates
    assert "nearer" in other.why_not


def test_a_statement_tells_its_wordings_and_its_day() -> None:
    statement = PILE.statements[0]
    ground = statement_ground(PILE, statement)
    assert {place.part for place in ground.places} == {"base", "cut"}
    assert any("in common" in sentence for sentence in ground.because)
    assert [part.kind for part in ground.parts] == ["date"]


def test_a_denial_is_named_with_the_words_that_credit_it() -> None:
    pile = pile_of(denying())
    told = "Ana Velik — has never believed: the quay was safe"

    assert statement_ground(pile, pile.statements[0]).what == told
    assert attribution_ground(pile, pile.members(pile.statements[0])[0]).what == told
