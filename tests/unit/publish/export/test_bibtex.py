import pytest

from onrecord.publish.export.bibtex import write_bibtex
from onrecord.publish.export.chosen import Chosen
from onrecord.publish.export.references import one_line
from support.readers import reader
from support.taken import NASTY, ferry, saying

BIBTEXPARSER = reader("bibtexparser")

COMMANDS = {
    "\\textbackslash{}": "\\",
    "\\textbraceleft{}": "{",
    "\\textbraceright{}": "}",
    "\\textasciitilde{}": "~",
    "\\textasciicircum{}": "^",
    "\\textquotedbl{}": '"',
    **{f"\\{character}": character for character in "$&#_%"},
}


def entries_of(payload: bytes) -> list[dict[str, str]]:
    parser = BIBTEXPARSER.bparser.BibTexParser(common_strings=True)
    entries: list[dict[str, str]] = BIBTEXPARSER.loads(payload.decode(), parser=parser).entries
    return entries


def printed_by_tex(text: str) -> str:
    """Return what TeX prints of `text`, of which it may obey nothing but the commands that print one character."""
    done, place = "", 0
    while place < len(text):
        command = next((one for one in COMMANDS if text.startswith(one, place)), None)
        assert command or text[place] not in "\\$&#_%^~", text[place:]
        done += COMMANDS[command] if command else text[place]
        place += len(command or "1")
    return done


def test_each_report_is_an_article_by_its_id() -> None:
    entries = {entry["ID"]: entry for entry in entries_of(write_bibtex(ferry(), Chosen()))}

    assert len(entries) == 3
    entry = entries["re8a1516e43a061041a04"]
    assert (entry["ENTRYTYPE"], entry["title"]) == ("article", "{Islanders wait for a ferry}")
    assert (entry["year"], entry["month"], entry["day"]) == ("2021", "March", "4")
    assert entry["journal"] == "Lundholm Gazette"
    assert [one["note"] for one in entries.values() if "year" not in one] == [
        "date not known",
        "published Thursday 4 March of 2010 or 2021",
    ]


@pytest.mark.parametrize("title", NASTY)
def test_any_title_is_printed_and_none_is_obeyed(title: str) -> None:
    (entry,) = entries_of(write_bibtex(saying("so", title=title, outlet=title), Chosen()))

    assert entry["title"].startswith("{")
    assert printed_by_tex(entry["title"][1:-1]) == printed_by_tex(entry["journal"]) == one_line(title)
    assert entry["url"] == "https://gazette.example/a-day?x=1&y=%7B2%7D"
