import pytest

from onrecord.text.align import Step, align
from onrecord.text.normalise import normalise
from onrecord.text.signs import find_signs, spell_signs


def key_of(text: str) -> str:
    return normalise(spell_signs(text))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("It costs £5", "It costs €5"),
        ("It costs £5", "It costs 5"),
        ("down by 5%", "down by 5"),
        ("down by 5%", "down by 5‰"),
        ("at −5 degrees", "at 5 degrees"),
        ("at -5 degrees", "at 5 degrees"),
        ("written in C++", "written in C"),
        ("at 5°", "at 5"),
        ("growth was >5", "growth was <5"),
        ("it was 3:1", "it was 3/1"),
        ("from 3-4 boats", "from 3 4 boats"),
        ("bad for US farmers", "bad for us farmers"),
    ],
)
def test_signs_make_other_wordings(first: str, second: str) -> None:
    assert normalise(first) == normalise(second)
    assert key_of(first) != key_of(second)
    assert {piece.step for piece in align(first, second)} != {Step.SAME}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("down by 5%", "down by 5 per cent"),
        ("down by 5 percent", "down by 5 %"),
        ("Larne & Co", "Larne and Co"),
        ("at -5 degrees", "at −5 degrees"),
        ("a well-known quay – and a shed", "a well known quay and a shed"),
        ("from 3-5 boats", "from 3–5 boats"),
        ("“We sail!” #sad", "we sail sad"),
        ("from 3–5 boats", "from 3 to 5 boats"),
        ("BAD FOR US ALL", "bad for us all"),
    ],
)
def test_other_marks_do_not(first: str, second: str) -> None:
    assert key_of(first) == key_of(second)
    assert {piece.step for piece in align(first, second)} == {Step.SAME}


def test_signs_stand_where_they_are_written() -> None:
    text = "A loss of −€5m, 10 per cent & more"
    assert [text[sign.start : sign.end] for sign in find_signs(text)] == ["€", "per cent", "&"]
