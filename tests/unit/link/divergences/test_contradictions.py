from onrecord.link import link
from onrecord.model.attribution import Manner
from onrecord.model.statement import Linked, Slot
from onrecord.settings import Settings
from support.piles import reading_of

HEADLINE = "Ferry sinks on Lake Ombu"
LEAD = "The ferry Santa Rita sank on Lake Ombu on Monday evening with many people on board, said Luis Arana."


def linked(*said: str) -> Linked:
    return link(
        [
            reading_of(
                HEADLINE,
                [LEAD, *(f"“{words},” Luis Arana told the paper." for words in one.split("|"))],
                speeches=[("Luis Arana", words, Manner.DIRECT) for words in one.split("|")],
                day="2024-08-20",
                outlet=f"Paper {place}",
            )
            for place, one in enumerate(said)
        ],
        Settings(),
    )


def negations(found: Linked) -> list[str]:
    return [one.note for one in found.divergences if one.slot is Slot.NEGATION]


def test_two_statements_that_contradict_each_other_diverge_once() -> None:
    found = linked("The boat was overloaded", "The boat was not overloaded", "The boat was overloaded")

    assert len(negations(found)) == 1
    assert sorted(len(one.variants) for one in found.statements) == [1, 1]


def test_what_one_report_gives_both_ways_was_said_both_ways() -> None:
    assert not negations(
        linked("The boat was overloaded|The boat was not overloaded", "The boat was overloaded")
    )


def test_statements_that_agree_do_not_diverge() -> None:
    assert not negations(linked("The boat was overloaded", "The boat had been overloaded"))
