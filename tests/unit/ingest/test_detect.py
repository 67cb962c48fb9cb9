import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.ingest.detect import Container, describe_binary, detect, is_binary


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
        (b"%PDF-1.7", "a.txt", Container.BINARY),
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


def test_a_binary_file_is_described_as_far_as_it_tells() -> None:
    assert describe_binary(b"PK\x03\x04rest") == "a ZIP archive or an office document"
    assert describe_binary(b"\x01\x02") == "binary data"


@given(st.text(st.characters(min_codepoint=32, exclude_categories=["Cs"]), min_size=1))
def test_no_written_text_is_binary(text: str) -> None:
    assert not is_binary(text.encode()) or text.startswith(("PK", "BZh", "GIF8", "%PDF-", "{\\rtf", "(\xb5/"))


@given(st.binary())
def test_any_bytes_have_a_container(payload: bytes) -> None:
    assert detect(payload, "a.txt") in Container
