from onrecord.attribute.patterns.interviewed import find_interviewed, people_of
from support.attributed import view

TURN = "Q: What broke?\n"


def interviewed(above: str) -> str | None:
    read = view(f"{above}\n\n{TURN}")
    found = find_interviewed(read, read.text.index(TURN), 2)
    return found.name if found else None


def test_the_one_person_named_above_the_first_turn_answers() -> None:
    assert interviewed("Ten questions for Ana Velik, who runs the mill.") == "Ana Velik"


def test_who_asks_does_not_answer() -> None:
    assert (
        interviewed("Ana Velik, 47, the new harbourmaster, spoke to Tom Harrow about ropes.") == "Ana Velik"
    )


def test_of_two_told_alike_neither_answers() -> None:
    assert interviewed("Ana Velik and Tom Harrow met on the quay.") is None


def test_people_are_those_the_report_names() -> None:
    names = [chain.name for chain in people_of(view("Ana Velik met a pilot of the harbour board."))]
    assert names == ["Ana Velik"]


def test_who_signs_an_interview_does_not_answer() -> None:
    above = (
        "“I wanted the drains”\n\nA bus fell into a hole. Ana Velik was standing beside it.\n\nInterview: Tom Harrow\n\n"
        "Ana Velik says she lives across the street."
    )
    assert interviewed(above) == "Ana Velik"


def test_in_the_middle_of_a_report_the_paragraph_of_the_briefing_tells_who_answers() -> None:
    told = "\n\n".join(f"Ana Velik, the council's director, said that day {day} was dry." for day in range(5))
    briefing = "At the daily briefing, Brigadier Tom Harrow rejected the claim."
    assert interviewed(f"{told}\n\n{briefing}") == "Tom Harrow"
    assert interviewed(f"{told}\n\n{briefing} Ana Velik listened.") is None
