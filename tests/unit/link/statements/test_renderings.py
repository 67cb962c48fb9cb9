from dataclasses import replace

from onrecord.annotate.timexes import find_timexes
from onrecord.link.statements.renderings import Rendering, read_renderings
from onrecord.model.attribution import Manner, Reading
from onrecord.model.span import Span
from support.piles import reading_of

WORDS = "The sluice held through all 40 nights"


def said(words: str, manner: Manner = Manner.DIRECT, tail: str = "", headline: str = "") -> Reading:
    return reading_of(
        headline, [f"Dorran spoke in Oxley: {words}.{tail}"], speeches=[("Dorran", words, manner)]
    )


def renderings_of(*pile: Reading) -> list[Rendering]:
    ordered = sorted(pile, key=lambda reading: reading.report.id)
    entity_of = {chain.id: f"p{chain.name}" for reading in pile for chain in reading.chains}
    return list(read_renderings(ordered, entity_of, {reading.report.id: "e1" for reading in pile}).values())


def test_one_wording_in_two_reports_is_one_rendering() -> None:
    (found,) = renderings_of(said(WORDS), said(WORDS.upper(), tail=" It rained."))
    assert len(found.members) == len(found.reports) == 2


def test_numbers_and_verbatim_words_are_told() -> None:
    (found,) = renderings_of(said(WORDS))
    assert found.figures == {"40"}
    assert found.verbatim
    (told,) = renderings_of(said(WORDS, Manner.INDIRECT))
    assert not told.verbatim


def test_the_words_of_unknown_speakers_stay_apart() -> None:
    nobody = [
        reading_of("", [f"{WORDS}.{tail}"], speeches=[("", WORDS, Manner.DIRECT)]) for tail in ("", " Rain.")
    ]
    assert len(renderings_of(*nobody)) == 2


def test_words_in_a_headline_are_prominent() -> None:
    reading = reading_of(f"Dorran: {WORDS}", ["It rained."], speeches=[("Dorran", WORDS, Manner.DIRECT)])
    (found,) = renderings_of(reading)
    assert found.prominent == {reading.report.id}


def test_sentences_and_the_ranges_around_a_cue_are_parts() -> None:
    first, second = "The dam will hold for a hundred years", "We looked at it twice. So be it"
    reading = reading_of(
        "Dam",
        [f"“{first},” Ana Velik said, “{second}.”"],
        speeches=[("Ana Velik", first, Manner.DIRECT)],
    )
    text = reading.report.text
    whole = replace(
        reading.attributions[0],
        content=(
            *reading.attributions[0].content,
            Span(text.index(second), text.index(second) + len(second)),
        ),
    )
    reading = replace(reading, attributions=(whole,))
    entity_of = {chain.id: "p1" for chain in reading.chains}
    (rendering,) = read_renderings([reading], entity_of, {reading.report.id: "e1"}).values()
    assert [" ".join(word for word, _ in part.words) for part in rendering.parts] == [
        "the dam will hold for a hundred years",
        "we looked at it twice",
    ]


def test_a_joint_statement_and_what_points_back_are_told() -> None:
    pile = [
        reading_of(
            "",
            [f"In a joint statement, Dorran and Quist called for {WORDS}."],
            speeches=[("Dorran", WORDS, Manner.INDIRECT)],
        ),
        reading_of(
            "",
            [f"They read a joint statement. Dorran asked for {WORDS}."],
            speeches=[("Dorran", WORDS, Manner.DIRECT)],
        ),
    ]
    assert sorted(found.joint for (found,) in (renderings_of(one) for one in pile)) == [False, True]
    back = [
        reading_of("", [f"{line} Dorran said so."], speeches=[("Dorran", "so", Manner.INDIRECT)])
        for line in ("It rained.", "It snowed.")
    ]
    assert len(renderings_of(*back)) == len(back)


def test_words_that_one_report_dates_twice_are_of_two_occasions() -> None:
    first = "“It will hold,” Dorran told the board on 2 March."
    again = reading_of("", [first, "“It will hold,” Dorran said again on 18 May."])
    told = replace(again, timexes=find_timexes(again.report, ()))
    attributions = [
        replace(
            reading_of(
                "", [again.report.text], speeches=[("Dorran", "It will hold", Manner.DIRECT)]
            ).attributions[0],
            id=f"a{number}",
            report_id=again.report.id,
            content=(Span(at, at + len("It will hold")),),
            cue=Span(cue, cue + 4),
            speakers=("c1",),
        )
        for number, (at, cue) in enumerate(
            (
                (1, again.report.text.index("told")),
                (again.report.text.rindex("It"), again.report.text.index("said")),
            )
        )
    ]
    twice = replace(told, attributions=tuple(attributions))
    found = read_renderings([twice], {"c1": "p1"}, {again.report.id: "e1"})
    assert [len(one.members) for one in found.values()] == [1, 1]
    undated = replace(twice, timexes=())
    assert [
        len(one.members) for one in read_renderings([undated], {"c1": "p1"}, {again.report.id: "e1"}).values()
    ] == [2]
