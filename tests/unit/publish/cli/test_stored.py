import pytest

from onrecord.errors import IngestError
from onrecord.publish.cli.stored import refuse_addresses, with_store

TEAM = "postgresql://ana:tide@db.example/news"


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        (["add", "--store", TEAM, "a.txt"], ["add", TEAM, "a.txt"]),
        (["add", "a.txt", f"--store={TEAM}", "--jobs", "1"], ["add", TEAM, "a.txt", "--jobs", "1"]),
        (["show", "statements", "--store", TEAM], ["show", TEAM, "statements"]),
        (["score", "--store", TEAM, "gold.json", "-v"], ["score", "gold.json", "-v", TEAM]),
        (["build", "--store", TEAM, "reports"], ["build", "--store", TEAM, "reports"]),
        (["show", "story.db"], ["show", "story.db"]),
        (["add", "story.db", "--", "--store"], ["add", "story.db", "--", "--store"]),
        (["show", "--store"], ["show", "--store"]),
        (["--store", "show"], ["--store", "show"]),
        (["--version"], ["--version"]),
        ([], []),
    ],
)
def test_a_store_stands_for_the_record_of_any_command(given: list[str], meant: list[str]) -> None:
    assert with_store(given) == meant


def test_reports_are_not_read_from_a_record() -> None:
    refuse_addresses(["reports", "https://a.example/", "postgresql"])
    with pytest.raises(
        IngestError, match="stands where reports are named; name it first, or with --store"
    ) as told:
        refuse_addresses(["reports", TEAM])
    assert "tide" not in str(told.value)
