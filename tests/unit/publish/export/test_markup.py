import pytest
from defusedxml import ElementTree

from onrecord.publish.export.markup import DECLARATION, carried, count_replaced, element, joined
from support.taken import NASTY


@pytest.mark.parametrize("words", NASTY)
def test_any_words_come_back_from_an_element_and_an_attribute(words: str) -> None:
    made = element("a", {"b": words}, element("c", None, words), words)
    read = ElementTree.fromstring(f"{DECLARATION}{made}".encode())

    assert read.get("b") == read[0].text == read[0].tail == carried(words)


def test_mark_up_is_taken_as_it_is_and_text_is_not() -> None:
    assert element("p", None, joined(element("b"), element("i")), "<b/>") == "<p><b/><i/>&lt;b/&gt;</p>"


def test_what_xml_cannot_carry_is_counted() -> None:
    assert count_replaced("a\x00\ud83d\ufffe\n\x85") == 3
    assert carried("a\x00\ud83d\n") == "a␀\ufffd\n"
