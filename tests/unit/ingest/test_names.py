import pytest

from onrecord.ingest.names import is_hidden, printable


def test_bytes_of_a_name_that_are_no_utf_8_become_the_replacement_character() -> None:
    assert printable("quay-\udcff") == "quay-\ufffd"


@pytest.mark.parametrize(
    ("name", "hidden"),
    [
        ("a.txt", False),
        ("./a.txt", False),
        ("../../a.txt", False),
        (".a", True),
        ("a/.b/c", True),
        ("__MACOSX/a", True),
    ],
)
def test_hidden_files_are_those_of_a_folder(name: str, hidden: bool) -> None:  # noqa: FBT001
    assert is_hidden(name) is hidden
