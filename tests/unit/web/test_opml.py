import pytest

from onrecord.web.opml import read_opml

LIST = b"""<opml version="2.0"><body><outline text="News"><outline xmlUrl="https://h.example/feed" text="Halden"/>
<outline text="no feed"/><outline xmlUrl=" https://m.example/feed "/></outline>
<outline xmlUrl="https://h.example/feed"/></body></opml>"""


def test_the_feeds_of_a_list_are_read_each_once() -> None:
    assert list(read_opml(LIST)) == ["https://h.example/feed", "https://m.example/feed"]


@pytest.mark.parametrize(
    "payload", [b"", b"<opml>", b'<!DOCTYPE x [<!ENTITY a "1">]><opml>&a;</opml>', b"\xff\xfe"]
)
def test_what_is_no_list_is_told(payload: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - the words are the parser's
        list(read_opml(payload))
