import pytest

from onrecord.clean.furniture import is_furniture, is_label
from onrecord.clean.lines import find_lines


@pytest.mark.parametrize(
    "text",
    [
        "Share",
        "SHARE THIS ARTICLE",
        "World | Politics",
        "Home › Harbour › Old Quay",
        "Related topics:",
        "Advertisement",
    ],
)
def test_labels_are_whole_lines(text: str) -> None:
    assert is_label(find_lines(text)[0])


@pytest.mark.parametrize(
    "text", ["Share prices fell in Vellin", "The harbour", "Politics of the deep sea ports here today"]
)
def test_words_of_labels_in_a_longer_line_are_none(text: str) -> None:
    assert not is_label(find_lines(text)[0])


@pytest.mark.parametrize(
    "text",
    [
        "Read more: Which harbours still land timber by hand?",
        "RELATED | The ten longest strikes",
        "Sign up for our morning newsletter",
        "Join 40,000 readers of our free newsletter!",
        "Follow Ana Velik on Twitter @velik",
        "On Twitter follow Ana Velik: https://example.org/velik",
        "This site uses cookies to remember your settings.",
        "By staying with us you consent to the use of cookies that make your visit better.",
        "Your settings suggest another language. Would you like to switch to the Greek version of our website?",
        "Click here to read the full statement",
        "Read the rest of the story here.",
        "Watch the video above.",
        "© 2024 Haldenpost. All rights reserved.",
        "Copyright Harbour Desk.",
        "Copyright, The Haldenpost Group.",
        "Editor’s note: an earlier version gave the wrong depth.",
        "This post has been updated to include the board.",
        "@velik",
        "https://example.org/quay",
        "desk@haldenpost.example",
        "<div class='ad'>",
    ],
)
def test_pitches_notices_and_pointers_are_furniture(text: str) -> None:
    assert is_furniture(find_lines(text)[0])


@pytest.mark.parametrize(
    "text",
    [
        "Join the union, he told them.",
        "Copyright Board Turns Down Haldenpost",
        "Copyright Board members said no.",
        "“Sign up for our newsletter,” she joked.",
        "The newsletter of the union has 400 readers.",
        "He asked members to follow the strike.",
        "Her post on Twitter drew scorn as a sign that he had lost our town.",
        "Get out of the harbour while you can.",
        "Watch out for the tide.",
        "To stay in the port, you must join the queue.",
    ],
)
def test_a_reports_own_sentences_are_not(text: str) -> None:
    assert not is_furniture(find_lines(text)[0])
