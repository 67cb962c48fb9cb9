import pytest

from onrecord.annotate.quotemarks import find_quotemarks, mark_positions
from onrecord.model.annotation import Quotemarks
from support.annotated import report
from support.work import calls_made


def pairs(text: str) -> list[Quotemarks]:
    return list(find_quotemarks(report(text)))


def insides(text: str) -> list[str]:
    return [marks.inside.of(text) for marks in pairs(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("She said “no” twice.", ["no"]),
        ('She said "no" twice and "yes" once.', ["no", "yes"]),
        ("She said 'no' twice.", ["no"]),
        ("Vorm „guten Tag“ sagte sie.", ["guten Tag"]),
        ("She said «no» twice.", ["no"]),
        (
            "Le quai ferme. « Nous restons », a-t-elle dit. « Ils partent. »",
            [" Nous restons ", " Ils partent. "],
        ),
        ("Le quai ferme.\u00a0«\u202fNous restons\u202f», a-t-elle dit.", ["\u202fNous restons\u202f"]),
        ("»Wir bleiben«, sagte sie; »sie gehen«.", ["Wir bleiben", "sie gehen"]),
        ("She said ``no'' twice.", ["no"]),
        ("asked Velik“Stop that now.”", ["Stop that now."]),
        ("“a calm night.” at sea.”", ["a calm night."]),
        ('a 12" pipe and "nice" things', ["nice"]),
        ("the crews' pay and the crews’ boats", []),
        ("‘It’s the crews’ own fault,’ she said.", ["It’s the crews’ own fault,"]),
        ("lost opening,” she said.", ["lost opening,"]),
        # Free marks: one that nothing answers quotes nothing, nor does any pair that only their count makes.
        ('We are on the roof, " Bill Adler, who runs the ferry, told Radio Elm.', []),
        ('He left the hall, " says Harrow, " and the board " waited.', []),
        ('The keeper was a pilot. " (Radio Elm article)', []),
        ('" It is late, " said Harrow, " and it is cold. "', [" It is late, ", " and it is cold. "]),
        ('"It is late, " said Harrow. "We go. "', ["It is late, ", "We go. "]),
        ('We are on the roof, " Adler said. "We wait, " he added.', ["We wait, "]),
        ('" It is late and the boats', ["It is late and the boats"]),
        ("He said\u2028“We\u2028go\x85on,”\u2028she said.", ["We\u2028go\x85on,"]),
    ],
)
def test_marks_are_paired(text: str, found: list[str]) -> None:
    assert insides(text) == found


def test_a_quotation_inside_another_is_deeper() -> None:
    found = pairs("“‘Mind the gap’ – these words hang there.”")
    assert [marks.depth for marks in found] == [0, 1]


def test_a_lost_closing_mark_spoils_its_paragraph_at_most() -> None:
    found = pairs("“We wait, she said.\nThe boats stay in, he “said”.")
    assert [marks.close is None for marks in found] == [True, False]
    assert found[1].continues is None


def test_marks_opened_again_at_each_paragraph_continue() -> None:
    found = pairs("“One.\n“Two.\n“Three.”")
    assert [marks.continues for marks in found] == [None, 0, 1]
    assert [marks.close is None for marks in found] == [True, True, False]


def test_a_paragraph_that_opens_with_another_mark_does_not_continue() -> None:
    found = pairs("\"Harrow says the pier is shut.\n'We look for her, ' he said.")
    assert [marks.continues for marks in found] == [None, None]


def test_a_speech_marked_only_at_its_first_start_and_last_end_continues() -> None:
    opened, closed = pairs("“We wait for the tide.\nThen we sail,” said Velik.")
    assert (opened.close, closed.open, closed.continues) == (None, None, 0)


def test_opening_and_closing_marks_are_told_apart() -> None:
    assert mark_positions('"a" b') == (frozenset({0}), frozenset({2}))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("“We wait, said Harrow. “It is late.”", ["We wait,", "It is late."]),
        ('"Did you see it? asked Ana Harrow, 23. "I did."', ["Did you see it?", "I did."]),
        ("“My father warned me and said nothing more.", ["My father warned me and said nothing more."]),
    ],
)
def test_a_closing_mark_lost_before_a_cue_was_there(text: str, found: list[str]) -> None:
    assert insides(text) == found


def test_a_single_mark_that_opens_a_paragraph_may_go_on_in_the_next() -> None:
    found = pairs("'We wait here for the tide.\n'It is late.'")
    assert [marks.continues for marks in found] == [None, 0]
    assert insides("'Tis the season.\n'90s boats.") == []


@pytest.mark.parametrize("mark", ["‘", "“", '"', "'", "” “", "’ ‘", "«"])
def test_a_long_line_of_marks_takes_about_linear_time(mark: str) -> None:
    short = calls_made(lambda: pairs(f"{mark}a " * 1_000))
    assert calls_made(lambda: pairs(f"{mark}a " * 4_000)) < 6 * short
