import pytest

from onrecord.attribute.weighing.own_ranges import own_ranges
from onrecord.model.annotation import TaggedSpeech
from onrecord.model.span import Span
from support.attributed import view


def place(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def kept(text: str, *content: str, cue: str, source: str) -> list[str]:
    speech = TaggedSpeech(
        content=tuple(place(text, words) for words in content),
        cue=place(text, cue),
        source=place(text, source),
        score=0.8,
    )
    return [span.of(text) for span in own_ranges(view(text), speech)]


POLICE = "The police said 41 people were held, and the firemen speak of 268 people freed from lifts."
BUDGET = "It was a budget that investors called cautious and the opposition “a bribe in instalments”."


@pytest.mark.parametrize(
    ("text", "content", "cue", "source", "expected"),
    [
        (
            POLICE,
            ("41 people were held", "268 people freed from lifts"),
            "said",
            "The police",
            ["41 people were held"],
        ),
        (BUDGET, ("cautious", "“a bribe in instalments”"), "called", "investors", ["cautious"]),
        (
            "“The quay is shut,” Ana Velik said. “It will open in May.”",
            ("“The quay is shut,”", "“It will open in May.”"),
            "said",
            "Ana Velik",
            ["“The quay is shut,”", "“It will open in May.”"],
        ),
        (
            "According to her, each house will get 400 crowns. No form is needed.",
            ("each house will get 400 crowns", "No form is needed"),
            "According to",
            "her",
            ["each house will get 400 crowns"],
        ),
        (
            "She said the pumps had cost four million. They were the best there were.",
            ("the pumps had cost four million", "They were the best there were"),
            "said",
            "She",
            ["the pumps had cost four million"],
        ),
        (BUDGET, ("“a bribe in instalments”",), "called", "investors", []),
        (
            "“He asked if I had a wish. I said: ‘The door.’”",
            ("if I had a wish", "The door."),
            "asked",
            "He",
            ["if I had a wish"],
        ),
        (
            "“Old Barley”, as the trade calls Mr Roe, left knowing, Ana Velik recalls, little of brewing.",
            ("“Old Barley”", "little of brewing"),
            "recalls",
            "Ana Velik",
            ["little of brewing"],
        ),
        (
            "“MY TICKET AND MY DRAWER”\n\nANA VELIK LASHES OUT AT SISTER",
            ("“MY TICKET AND MY DRAWER”", "SISTER"),
            "LASHES OUT AT",
            "ANA VELIK",
            ["“MY TICKET AND MY DRAWER”"],
        ),
        (
            "Her advice to parents was to boil the water.",
            ("parents was to boil the water",),
            "advice to",
            "Her",
            ["to boil the water"],
        ),
    ],
)
def test_a_range_belongs_to_the_cue_that_nobody_else_parts_it_from(
    text: str, content: tuple[str, ...], cue: str, source: str, expected: list[str]
) -> None:
    assert kept(text, *content, cue=cue, source=source) == expected


def test_half_a_clause_at_the_end_is_left_out() -> None:
    text = "He said that there would be “more grief”, for which the towns have chosen to wait."
    assert kept(text, "there would be “more grief”, for which", cue="said", source="He") == [
        "there would be “more grief"
    ]


def test_a_list_is_whole() -> None:
    text = "Larch wants to build houses, a small shop and a roundabout."
    assert kept(text, "to build houses", cue="wants", source="Larch") == [
        "to build houses, a small shop and a roundabout"
    ]


def test_of_several_ranges_behind_another_none_is_kept() -> None:
    text = "The police said 41 people were held, and the firemen speak of 268 freed, and the nurses tell of nine hurt."
    content = ("41 people were held", "268 freed", "nine hurt")
    assert kept(text, *content, cue="said", source="The police") == ["41 people were held"]


def test_a_word_that_joins_names_nobody() -> None:
    text = "Ana Velik called the plan “too late” and then “too little”."
    content = ("“too late”", "“too little”")
    assert kept(text, *content, cue="called", source="Ana Velik") == list(content)
