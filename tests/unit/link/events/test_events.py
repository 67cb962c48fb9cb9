from dataclasses import replace

import pytest

from onrecord.link.events.events import group_reports, name_event
from onrecord.link.events.outline import outline
from onrecord.model.attribution import Reading
from onrecord.model.report import Zone
from support.annotated import bare_reading
from support.piles import reading_of

VOTE = reading_of(
    "Council votes to drain the Tarn reservoir",
    [
        "The council of Oxley voted on Friday to drain the Tarn reservoir, which Mayor Pim Dorran called overdue."
    ],
)
VOTE_TOO = reading_of(
    "Oxley: Tarn reservoir to be drained",
    [
        "Oxley's councillors decided on Friday to drain the Tarn reservoir, Mayor Pim Dorran announced in Oxley."
    ],
)
FIRE = reading_of(
    "Fire guts a cannery in Velm",
    ["A fire destroyed the Halvard cannery in Velm on Tuesday night, and forty workers fled over the roof."],
)


def groups_of(*pile: Reading) -> list[tuple[str, ...]]:
    outlines = {reading.report.id: outline(reading) for reading in pile}
    return group_reports(outlines, [])


def test_two_accounts_of_one_vote_are_one_event_and_a_fire_is_another() -> None:
    expected = sorted([tuple(sorted((VOTE.report.id, VOTE_TOO.report.id))), (FIRE.report.id,)])
    assert groups_of(VOTE, VOTE_TOO, FIRE) == expected


def test_the_order_of_the_reports_changes_nothing() -> None:
    assert groups_of(FIRE, VOTE_TOO, VOTE) == groups_of(VOTE, VOTE_TOO, FIRE)


def test_a_far_away_report_changes_no_group() -> None:
    without = groups_of(VOTE, VOTE_TOO)
    assert [group for group in groups_of(VOTE, VOTE_TOO, FIRE) if FIRE.report.id not in group] == without


def test_reports_of_far_apart_days_are_two_events() -> None:
    first = reading_of(
        "Oxley: Tarn reservoir to be drained", ["Councillors of Oxley decided to drain it."], day="2014-03-07"
    )
    second = reading_of(
        "Oxley: Tarn reservoir is drained", ["Councillors of Oxley decided to drain it."], day="2015-06-01"
    )
    assert len(groups_of(first, second)) == 2


def march(men: str, day: str | None) -> Reading:
    return reading_of(
        "Miners march in Orsk",
        [f"Some {men} miners marched through Orsk on Tuesday against the closing of the Delta pit."],
        day=day,
    )


def test_a_text_filled_with_the_news_of_another_week_joins_no_events() -> None:
    first, second, undated = march("4,000", "2023-10-04"), march("6,000", "2023-10-11"), march("Many", None)
    outlines = {reading.report.id: outline(reading) for reading in (first, second, undated)}
    pairs = [(a.report.id, b.report.id) for a, b in ((first, second), (first, undated), (second, undated))]
    groups = group_reports(outlines, pairs)
    assert len(groups) == 2
    assert not any({first.report.id, second.report.id} <= {*group} for group in groups)


PUT_OFF = (
    reading_of(
        "Harbour board puts off vote on pier",
        [
            "After three hours of angry questions the harbour board of Orrin Bay on Tuesday put off its vote on the new pier.",
            "Chairwoman Ana Velik promised that the architects would move the breakwater away from the oyster beds.",
        ],
        day="2021-03-03",
    ),
    reading_of(
        "No decision on Orrin Bay pier yet",
        [
            "Oyster farmers have won time: a decision on the pier at Orrin Bay was postponed on Tuesday.",
            "Architects must find another line for the breakwater, said Ana Velik, who leads the harbour board.",
        ],
        day="2021-03-03",
    ),
)
TAKEN = (
    reading_of(
        "Harbour board approves pier",
        [
            "By seven votes to four the harbour board of Orrin Bay approved a smaller pier on Wednesday.",
            "Building is to begin in June and will cost 9 million crowns, Ana Velik said. Lou Hart voted against.",
        ],
        day="2021-03-10",
    ),
    reading_of(
        "Seven of eleven back smaller pier",
        [
            "A smaller pier will be built in Orrin Bay from June: seven of eleven members voted for it on Wednesday.",
            "Lou Hart called the price of 9 million crowns a scandal; Ana Velik was for it.",
        ],
        day="2021-03-11",
    ),
)
WITHOUT_A_DAY = reading_of(
    "Pier vote divides Orrin Bay",
    [
        "On Wednesday the harbour board of Orrin Bay voted on the pier that has divided the town.",
        "Lou Hart was against it and Ana Velik for it; oyster farmers stayed away, the breakwater being moved.",
    ],
)


def test_a_report_without_a_day_that_tells_of_two_meetings_goes_with_that_of_its_weekday() -> None:
    groups = groups_of(*PUT_OFF, *TAKEN, WITHOUT_A_DAY)
    expected = [PUT_OFF, (*TAKEN, WITHOUT_A_DAY)]
    assert groups == sorted(tuple(sorted(one.report.id for one in some)) for some in expected)


def test_an_undated_report_brings_no_reports_of_far_apart_days_together() -> None:
    story = ["Councillors of Oxley decided to drain the Tarn reservoir, which Pim Dorran called overdue."]
    pile = [
        reading_of("Oxley: Tarn reservoir to be drained", story, day="2014-03-07"),
        reading_of("Oxley drains the Tarn reservoir", story),
        reading_of("Tarn reservoir in Oxley drained", story, day="2015-01-09"),
    ]
    first, undated, later = (reading.report.id for reading in pile)
    outlines = {reading.report.id: outline(reading) for reading in pile}
    copies = [(first, undated), (undated, later), (first, later)]
    for pairs in ([], copies, copies[::-1]):
        groups = group_reports(outlines, pairs)
        assert len(groups) == 2
        assert not any({first, later} <= set(group) for group in groups)
    assert group_reports(outlines, copies) == group_reports(outlines, copies[::-1])


LIBRARY = (
    "Councillors in Velm voted nine to four to sell the library in Mill Street to a hotel group, despite a petition that was "
    "signed by more than six thousand residents and the jeers of a public gallery that had to be emptied twice before the vote."
)
HEIFERS = (
    "Three heifers that escaped from a trailer brought the traffic of the Oxley bypass to a standstill for hours and were at last "
    "lured out of a garden centre with a bag of sugar beet by a vet who had been on her way home from another patient."
)


def test_a_week_in_brief_makes_one_event_of_no_two() -> None:
    library, heifers = reading_of("Library sold", [LIBRARY]), reading_of("Heifers lured", [HEIFERS])
    brief = reading_of("The week in brief", [LIBRARY, HEIFERS])
    outlines = {one.report.id: replace(outline(one), language="en") for one in (library, heifers, brief)}
    copies = [(brief.report.id, one.report.id) for one in (library, heifers)]

    for pairs in ([], copies):
        groups = group_reports(outlines, pairs)
        assert not any({library.report.id, heifers.report.id} <= {*group} for group in groups)
        assert len(groups) == 2


def test_what_a_person_calls_a_copy_shares_its_event_whatever_the_days() -> None:
    first = reading_of("Tarn drained", ["Councillors of Oxley decided to drain it."], day="2014-03-07")
    later = reading_of("Tarn dry", ["Councillors of Oxley decided to drain it."], day="2015-06-01")
    outlines = {reading.report.id: outline(reading) for reading in (first, later)}
    pair = (later.report.id, first.report.id)
    assert len(group_reports(outlines, [pair])) == 2
    assert len(group_reports(outlines, [pair], [pair])) == 1


def test_notes_that_share_a_title_only_are_two_events() -> None:
    fair = reading_of("Short note", ["The rhubarb fair opens at noon."])
    boat = reading_of("Short note", ["A boat capsized off the point."])
    assert len(groups_of(fair, boat)) == 2


def test_an_event_is_called_by_its_shortest_telling_headline_and_placed_by_its_lead() -> None:
    outlines = {reading.report.id: outline(reading) for reading in (VOTE, VOTE_TOO)}
    event = name_event([VOTE.report, VOTE_TOO.report], outlines, None)
    assert event.what == "Oxley: Tarn reservoir to be drained"
    assert event.where == "Oxley"
    texts = {reading.report.id: reading.report.text for reading in (VOTE, VOTE_TOO)}
    assert {place.span.of(texts[place.report_id]) for place in event.evidence} == {event.what, event.where}


def test_a_lead_names_an_event_past_words_that_a_full_stop_shortens() -> None:
    reading = bare_reading("Tarn Gov. Pim Dorran met Dr. Velm on Oct. 3 in Oxley. He left at noon.")
    event = name_event([reading.report], {reading.report.id: outline(reading)}, None)
    assert event.what == "Tarn Gov. Pim Dorran met Dr. Velm on Oct. 3 in Oxley"


@pytest.mark.parametrize(
    ("lead", "name"),
    [
        (
            (
                "The council is firm in its refusal to drain the reservoir above the town of Velm, despite repeated calls by the "
                "growers for one dry season"
            ),
            "The council is firm in its refusal to drain the reservoir above the town of Velm",
        ),
        (
            (
                "Yesterday, the council held to its refusal to drain the reservoir above the town of Velm and told all of the growers "
                "that no season would be a dry one"
            ),
            "Yesterday, the council held to its refusal to drain the reservoir above the town of Velm and told all of the growers",
        ),
    ],
)
def test_a_long_lead_names_an_event_up_to_a_clause_that_is_not_whole(lead: str, name: str) -> None:
    reading = bare_reading(f"{lead}. He left.")
    event = name_event([reading.report], {reading.report.id: outline(reading)}, None)
    assert event.what == name


def test_a_report_without_words_is_an_event_of_its_own() -> None:
    empty = reading_of("", [""])
    event = name_event([empty.report], {empty.report.id: outline(empty)}, None)
    assert groups_of(empty) == [(empty.report.id,)]
    assert event.what == ""


@pytest.mark.parametrize(
    ("dateline", "place"),
    [
        ("Tuesday 12 March 2024", None),
        ("12 March 2024", None),
        ("Published: March 12, 2024", None),
        ("The Oxley Courier, 13 March 2024", None),
        ("OXLEY, March 12 (CPA) –", "OXLEY"),
        ("Port Oxley March 12 –", "Port Oxley"),
        ("PORT OXLEY, Tuesday –", "PORT OXLEY"),
    ],
)
def test_a_place_is_never_a_day_or_a_paper(dateline: str, place: str | None) -> None:
    told = bare_reading(f"{dateline}\nThe council voted to drain the reservoir.", zones=[Zone.DATELINE])
    event = name_event([told.report], {told.report.id: outline(told)}, None)
    assert event.where == place


@pytest.mark.parametrize(
    "told", ["in March", "in Spring", "in Mr Dorran", "in The Oxley Herald", "in British waters"]
)
def test_not_every_capital_after_in_is_a_place(told: str) -> None:
    reading = bare_reading(f"The council voted {told} to drain the reservoir in Velm Bay.")
    event = name_event([reading.report], {reading.report.id: outline(reading)}, None)
    assert event.where == "Velm Bay"
