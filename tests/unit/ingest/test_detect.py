import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.ingest.detect import Container, describe_binary, detect, is_binary, needs_more


@pytest.mark.parametrize(
    ("payload", "name", "container"),
    [
        (b"", "a.txt", Container.EMPTY),
        (b"The quay is closed.", "a.txt", Container.PLAIN),
        (b"The quay is closed.", "a.log", Container.PLAIN),
        (b'{"text": "Ahoy"}', "a.txt", Container.JSON_LINES),
        (b"{ not json", "a.txt", Container.PLAIN),
        (b"{ not json", "a.jsonl", Container.JSON_LINES),
        (b"{" * 100_000, "a.txt", Container.PLAIN),
        (b"  \n<!DOCTYPE HTML>\n<html>", "a.txt", Container.HTML),
        (b"%PDF-1.7", "a.txt", Container.PDF),
        (b"<?xml version='1.0'?>\n<!-- saved -->\n<html>", "a.txt", Container.HTML),
        (b"<p>Ahoy", "a.htm", Container.HTML),
        (b"PK\x03\x04", "a.txt", Container.ZIP),
        (b"BZhang is no archive.", "a.txt", Container.PLAIN),
        (b"WARC/1.1\r\n", "a.txt", Container.WARC),
        (b"From: our own correspondent\nDate: Monday\n\nThe quay is closed.", "a.txt", Container.PLAIN),
        (b"From: a@b.example\nTo: c\nDate: x\nSubject: y\n\nAhoy", "a.txt", Container.MAIL),
        (b'[{"text": "Ahoy"}]', "a.txt", Container.JSON),
        (b'{\n "text": "Ahoy"}', "a.txt", Container.JSON),
        (b"[Photo: the quay] Ahoy", "a.txt", Container.PLAIN),
        (b"date,title,text\n2024-03-04,Quay,Ahoy\n", "a.txt", Container.TABLE),
        (b"<?xml version='1.0'?><rss version='2.0'>", "a.txt", Container.FEED),
        (b"<?xml version='1.0'?><opml version='2.0'>", "a.txt", Container.UNKNOWN),
        (b"A page about <rss> and <feed>.", "a.txt", Container.PLAIN),
        (b"<newsItem xmlns='http://iptc.org/std/nar/2006-10-01/'>", "a.txt", Container.AGENCY),
        (b"MIME-Version: 1.0\n\nAhoy", "a.txt", Container.MAIL),
        (b"From a@b Mon Mar  4 23:30:00 2024\nTo: x\n", "a.txt", Container.MAILBOX),
        (b"From the quay one sees it.\nNobody asked.", "a.txt", Container.PLAIN),
        ("Ahoy, Port Carrow".encode("utf-16-le"), "a.txt", Container.PLAIN),
        ("Ahoy, Port Carrow".encode("utf-16"), "a.txt", Container.PLAIN),
        ('{"text": "Ahoy, Port Carrow"}'.encode("utf-16"), "a.txt", Container.JSON_LINES),
        (b"one\x00zero", "a.txt", Container.PLAIN),
        (bytes(range(256)), "a.txt", Container.BINARY),
    ],
)
def test_bytes_tell_the_container(payload: bytes, name: str, container: Container) -> None:
    assert detect(payload, name) is container


def test_an_unknown_name_counts_only_where_a_folder_lists_it() -> None:
    assert detect(b"a,b\n", "a.csv", listed=True) is Container.UNKNOWN
    assert detect(b"a,b\n", "a.csv") is Container.PLAIN
    assert detect(b'{"text": ""}', "a.json", listed=True) is Container.JSON_LINES


def test_what_the_container_states_counts_only_where_bytes_leave_it_open() -> None:
    assert detect(b"<p>Ahoy", "", listed=True, media_type="text/html") is Container.HTML
    assert detect(b"Ahoy", "page.asp", listed=True, media_type="text/plain") is Container.PLAIN
    assert detect(b"\x1f\x8b\x08", "", media_type="text/html") is Container.GZIP


def test_only_an_unfinished_object_needs_more() -> None:
    assert needs_more(b'{"text": "Ahoy')
    assert not needs_more(b'{"text": "Ahoy"}\n{')
    assert not needs_more(b"Ahoy")


def test_a_binary_file_is_described_as_far_as_it_tells() -> None:
    assert describe_binary(b"Rar!\x1a\x07rest") == "a RAR archive"
    assert describe_binary(b"\x01\x02") == "binary data"


@given(st.text(st.characters(min_codepoint=32, exclude_categories=["Cs"]), min_size=1))
def test_no_written_text_is_binary(text: str) -> None:
    assert not is_binary(text.encode()) or text.startswith(("PK", "BZh", "GIF8", "%PDF-", "{\\rtf", "(\xb5/"))


@given(st.binary())
def test_any_bytes_have_a_container(payload: bytes) -> None:
    assert detect(payload, "a.txt") in Container


@pytest.mark.parametrize(
    ("payload", "name", "container"),
    [
        (bytes(100), "pile.warc.gz", Container.GZIP),
        (bytes(100), "pile.wacz", Container.ZIP),
        (bytes(100), "pile.bin", Container.BINARY),
        (b"\x89PNG\r\n" + bytes(100), "pile.zip", Container.BINARY),
        (bytes(100) + b"%PDF-1.7", "-", Container.PDF),
        (b"XARC/1.1\r\n", "pile.warc", Container.WARC),
        (b"The quay is closed.", "pile.gz", Container.PLAIN),
    ],
)
def test_what_is_damaged_at_its_beginning_is_told_by_its_name(
    payload: bytes, name: str, container: Container
) -> None:
    assert detect(payload, name) == container
