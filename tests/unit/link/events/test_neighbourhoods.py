from onrecord.link.events.neighbourhoods import Neighbourhoods, add_outlines
from onrecord.link.events.outline import Outline, outline
from support.piles import reading_of


def outlines_of(*texts: str, day: str | None = None) -> dict[str, Outline]:
    found = [outline(reading_of("", [text], day=day)) for text in texts]
    return {one.report_id: one for one in found}


def test_reports_that_share_a_telling_word_are_neighbours() -> None:
    pile = outlines_of(
        "The meltemi tore the cannery roof.", "A meltemi over Velm.", "Council drains a reservoir."
    )
    near, touched = add_outlines(Neighbourhoods(), pile)
    first, second, third = pile
    assert near.nearest(first) == [first, second]
    assert near.nearest(third) == [third]
    assert touched == set(pile)


def test_an_addition_touches_its_neighbours_only_and_leaves_what_was_known() -> None:
    pile = outlines_of("The meltemi tore the cannery roof.", "Council drains a reservoir.")
    known, _ = add_outlines(Neighbourhoods(), pile)
    more = outlines_of("A meltemi over the cannery.")
    grown, touched = add_outlines(known, more)
    assert touched == {min(pile, key=lambda key: "roof" not in str(pile[key].terms)), *more}
    assert known.nearest(min(touched - more.keys())) == [min(touched - more.keys())]
    assert grown.nearest(min(more))[1:] == sorted(touched - more.keys())


def test_a_known_report_added_again_changes_nothing() -> None:
    pile = outlines_of("The meltemi tore the cannery roof.", "A meltemi over Velm.")
    known, _ = add_outlines(Neighbourhoods(), pile)
    assert add_outlines(known, pile) == (known, set())


def test_in_a_long_list_each_report_meets_those_next_to_it_in_time() -> None:
    pile: dict[str, Outline] = {}
    for day in range(1, 31):
        pile |= outlines_of(f"A meltemi in berth {day}{day}.", day=f"2014-03-{day:02}")
    by_day = sorted(pile, key=lambda key: pile[key].day or 0)
    near, _ = add_outlines(Neighbourhoods(), pile)
    assert sorted(near.nearest(by_day[10])) == sorted(by_day[6:15])
    assert near.crowd(by_day[10]) > 0.0


def test_added_one_by_one_the_neighbours_are_the_same() -> None:
    pile: dict[str, Outline] = {}
    for day in range(1, 31):
        pile |= outlines_of(f"A meltemi in berth {day}{day}.", day=f"2014-03-{day:02}")
    grown = Neighbourhoods()
    for key in sorted(pile):
        grown, _ = add_outlines(grown, {key: pile[key]})
    whole, _ = add_outlines(Neighbourhoods(), pile)
    assert grown.likeness == whole.likeness
