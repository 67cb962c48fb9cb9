import pytest

from onrecord.attribute.descriptions.ties import is_epithet, may_be_lone
from support.attributed import speakers

_OF_ANOTHER = {
    "met": "Harbour minister Ana Velik met the coach on Friday. “It is settled,” Velik said.\nThe coach said the squad was “worn out”.",
    "apposed": "“No siren went,” said Tom Roe, a ferryman.\nThe fire chief said the siren was “heard by all”.",
    "then-short": "“No siren went,” said Tom Roe, a ferryman.\nThe fire chief said so. “It was heard,” the chief added.",
    "critic": "Dock leader Ana Velik, a critic of the harbour director, said she would stay. The harbour director said the offer stood.",
    "sister-of": "Ana Velik, the sister of the mayor, said it was late. The mayor said it was “early”.",
    "widow": "Ana Velik, the mayor’s widow, said it was late. The mayor said it was “early”.",
    "aide": "Tom Roe, an aide to the governor, said no. The governor said it was “open”.",
    "not-related": "Ferry minister Tom Roe, who is not related to the mayor, said help would come.\nThe mayor told reporters she was tired.",
    "advised": "Lawyer Tom Roe, who once taught the judge, said it would stand. The judge said it was “over”.",
    "patient": "“I slept through it,” said Tom Roe, a patient at the ward. The surgeon said it took an hour.",
    "husband": "Her husband, Tom Roe, who keeps bees, was sour. “Nobody asked,” Roe said.\nThe city engineer said the wall was “sound”.",
    "brother": "Her brother, Tom Roe, who keeps bees, was sour. “Nobody asked,” he said.\nThe architect said the wall was “sound”.",
    "is-a": "Tom Roe is a baker. “It is the salt,” he said.\nThe inspector said the oven was “cold”.",
    "only-one-quoted": "“We counted twice,” said Ana Velik. The returning officer said the count was “fair”.",
    "deputy": "Deputy mayor Ana Velik opened the pier. “It holds,” Velik said.\nThe mayor said it was “a fine day”.",
    "vice": "Vice president Ana Velik opened the pier. “It holds,” Velik said.\nThe president said it was “a fine day”.",
    "former": "Former mayor Ana Velik opened the pier. “It holds,” Velik said.\nThe mayor said it was “a fine day”.",
    "candidate": "Ana Velik, a candidate for mayor, opened her stall. “Vote,” Velik said.\nThe mayor said it was “a fine day”.",
    "striker-no-coach": "Striker Tom Roe limped off. “It hurts,” Roe said.\nThe physiotherapist said it was “a strain”.",
    "added": "“It hurts,” said Tom Roe, a striker. The physiotherapist added that it was a strain.",
    "court": "Ana Velik took the stand.\n“Sit down,” the judge said.",
    "floor-with-role": "Tom Roe, a baker, sat down at the microphones.\n“We did all we could,” the police chief said.",
    "whose": "Tom Roe, whose lawyer is Ana Velik, said no. The lawyer said it was “late”.",
    "he-then": "Tom Roe took the floor. “We did all we could,” he said. The police chief then said it was late.",
    "floor-of-two": "Tom Roe took the floor. Ana Velik left.\n“We did all we could,” the police chief said.",
    "has-spoken-since": "Tom Roe took the floor. “We did all we could,” Roe said. The police chief said it was “late”.",
    "specialist": "Tom Roe, a baker, wept. “It is over,” he said.\nThe specialist added that it was late.",
    "diplomat": "Tom Roe is a baker. “It is over,” he said. The diplomat said it was late.",
    "acted": "Ana Velik stepped up to the gate.\n“Stay back,” the governor said.",
    "about": "Ana Velik, author of a book about the bishop, spoke. “I prayed,” Velik said.\nThe bishop said it was “kind”.",
    "told-by-verb": "Teacher Tom Roe had sued the principal. “I won,” Roe said. The principal said it was “a pity”.",
}

_TOLD = {
    "head-of-a-firm": (
        "Vantor head Ana Velik spoke. “It is late,” Velik said.\nThe manager said she was tired.",
        "Ana Velik",
    ),
    "varied-with-an-epithet": (
        "Student nurse Ana Velik stayed. “It is late,” Velik said.\nThe modest trainee said she was tired.",
        "Ana Velik",
    ),
    "apposed": (
        "Ana Velik, a surgeon, stayed. “It is late,” Velik said.\nThe surgeon said she was tired.",
        "Ana Velik",
    ),
    "title": (
        "Mayor Ana Velik met the coach. “It is late,” Velik said.\nThe mayor said she was tired.",
        "Ana Velik",
    ),
    "of": ("Ana Velik, the mayor of Elm, met the coach.\nThe mayor said she was tired.", "Ana Velik"),
    "is-a": (
        "Tom Roe is a baker. “It is the salt,” he said.\nThe baker said the oven was “cold”.",
        "Tom Roe",
    ),
    "who-is": (
        "Tom Roe, 61, who is a baker, woke. “It is the salt,” Roe said. The baker said he slept.",
        "Tom Roe",
    ),
    "like": (
        "Her solicitor, Tom Roe, waited. “We are calm,” Roe said.\nThe lawyer said it was “late”.",
        "Tom Roe",
    ),
    "short": (
        "Police chief Ana Velik came. “All heard it,” Velik said.\nThe chief said it was “late”.",
        "Ana Velik",
    ),
    "former": (
        "Tom Roe, a former signal operator who was sacked, wept. “It is over,” Roe said.\nThe former operator said it was “late”.",
        "Tom Roe",
    ),
    "age": (
        "Tom Roe, a baker, met the coach. “It is late,” Roe said.\nThe 43-year-old said he was tired.",
        "Tom Roe",
    ),
    "short-title": (
        "Sen. Ana Velik met the envoy. “No,” Velik said. The senator said it was “late”.",
        "Ana Velik",
    ),
    "floor": (
        "Ana Velik is speaking now.\n“Stay inside until the bell rings,” the governor says.",
        "Ana Velik",
    ),
    "floor-then": (
        "Tom Roe sat down at the microphones and asked for tea. The Elm Rovers manager then said he was cold.",
        "Tom Roe",
    ),
    "specialist": (
        "The hull was left to Tom Roe. “It will take a week,” he said.\nThe specialist added that it was late.",
        "Tom Roe",
    ),
    "diplomat": (
        "Tom Roe came at noon. “It is late,” Roe said. The diplomat joked that the dog slept.",
        "Tom Roe",
    ),
    "senator": (
        "Senator Ana Velik rose. “It is late,” Velik said. The lawmaker said it was “cold”.",
        "Ana Velik",
    ),
    "untold": (
        "Mirela Brandt squeezed the bag for an hour.\n“I just counted,” the trainee told us.",
        "Mirela Brandt",
    ),
    "critic": (
        "Ana Velik, a critic of the mayor and head of the dockers, spoke. “No,” Velik said.\nThe critic said it was “late”.",
        "Ana Velik",
    ),
}


@pytest.mark.parametrize("text", _OF_ANOTHER.values(), ids=_OF_ANOTHER)
def test_a_role_is_nobodys_whom_the_report_does_not_give_it_to(text: str) -> None:
    assert speakers(text)[-1] == [None]


@pytest.mark.parametrize(("text", "name"), _TOLD.values(), ids=_TOLD)
def test_a_role_is_whose_the_report_says_it_is(text: str, name: str) -> None:
    assert speakers(text)[-1] == [name]


def test_a_word_for_sex_or_age_tells_no_role() -> None:
    assert [is_epithet(one) for one in ("the woman", "the 43-year-old", "the surgeon")] == [True, True, False]


def test_of_an_office_a_place_has_one() -> None:
    assert [may_be_lone(one) for one in ("the trainee", "the coach", "the city engineer")] == [
        True,
        False,
        False,
    ]
