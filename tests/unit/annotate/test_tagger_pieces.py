from pathlib import Path
from runpy import run_path

import pytest
from tokenizers import Tokenizer

from onrecord.annotate.tagger import PINNED, WEIGHTS
from onrecord.annotate.tagger_pieces import BREAK, QUOTED, case_of, find_quoted, pieces_of, read_pieces
from onrecord.model.report import Zone
from onrecord.model.span import Span
from support.annotated import report

TEXT = "“We wait,” Harrow said.\n\"THE tide is out.\nIt is late,\" ''so late'' she adds \"now."


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    return Tokenizer.from_file(str(WEIGHTS / next(name for name in PINNED if name.endswith(".json"))))


def test_pieces_stand_where_their_characters_do(tokenizer: Tokenizer) -> None:
    pieces = read_pieces(report(TEXT), tokenizer)
    words = [span.of(TEXT) for span in pieces.spans]
    assert words[:4] == ["“", "We", "wait", ","]
    assert len(pieces) == len(pieces.ids) == len(pieces.features) == len(pieces.paragraphs)


def test_a_break_stands_between_paragraphs_only(tokenizer: Tokenizer) -> None:
    pieces = read_pieces(report(TEXT), tokenizer)
    assert pieces.ids.count(BREAK) == 2
    assert pieces.ids[-1] != BREAK


def test_captions_are_not_read(tokenizer: Tokenizer) -> None:
    pieces = read_pieces(
        report("One tide.\nA photograph.\nTwo tides.", zones=[Zone.BODY, Zone.CAPTION]), tokenizer
    )
    assert set(pieces.paragraphs) == {0, 1}
    assert pieces.ids.count(BREAK) == 1


def test_quoted_pieces_are_told_from_others(tokenizer: Tokenizer) -> None:
    pieces = read_pieces(report("“We wait,” Harrow said."), tokenizer)
    assert [feature >= QUOTED for feature in pieces.features] == [True] * 5 + [False] * (len(pieces) - 5)


@pytest.mark.parametrize(
    ("paragraph", "goes_on", "quoted"),
    [
        ('He said "no" twice', False, '"no"'),
        ("''No,'' he said", False, "''No,''"),
        ("«Non», he said", False, "«Non»"),
        ('"It goes on', False, '"It goes on'),
        ('He said "it', False, ""),
        ('He said "it', True, '"it'),
        ("no marks at all”", False, ""),
    ],
)
def test_what_stands_between_marks(paragraph: str, goes_on: bool, quoted: str) -> None:  # noqa: FBT001
    inside = find_quoted(paragraph, goes_on=goes_on)
    assert "".join(char for char, is_in in zip(paragraph, inside, strict=True) if is_in) == quoted


def test_halves_of_characters_are_read(tokenizer: Tokenizer) -> None:
    assert len(pieces_of("\ud800 said", [Span(0, 6)], tokenizer)) > 1


def test_case_is_none_a_capital_or_all_capitals() -> None:
    assert [case_of(piece) for piece in ("tide", "Tide", "TIDE", "I", "")] == [0, 1, 2, 1, 0]


def test_training_sees_the_same_input(tokenizer: Tokenizer) -> None:
    names = run_path(str(Path(__file__).resolve().parents[3] / "training" / "encode.py"), run_name="encode")
    theirs = names["encode"](TEXT, tokenizer)
    ours = read_pieces(report(TEXT), tokenizer)
    assert (list(ours.ids), list(ours.features)) == (theirs.ids, theirs.features)
    assert [(span.start, span.end) for span in ours.spans] == theirs.offsets
