"""Whatever somebody types is a question, and whatever is found holds it: at the places that are told, in a report's own characters."""

from __future__ import annotations

import string
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.model.found import Part
from onrecord.model.listing import Asked, Order
from onrecord.record import open_record, write
from onrecord.record.search.excerpts import excerpts_of
from onrecord.record.search.question import read_question
from onrecord.text.marks import Marker, find_tokens, fold_in_place
from onrecord.text.name_search import NameIndex
from support.records import written
from support.searched import Said, searched

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.model.found import Hits
    from onrecord.record import Record

ODD = "\x00\ud83d\u202e\u200b\ufeff'\"%_;*(){}^:+-\\“”„«»‘’—–éßŁİΣ\u0301\U0001f6a2\U0001f1eb\n\t "
TYPED = st.text(st.sampled_from(string.ascii_letters + string.digits + ODD), max_size=60) | st.text(
    max_size=60
)
ASKED = st.one_of(
    TYPED,
    st.lists(
        st.sampled_from(["fares", "ferry", "BOATS", "the", "“will", '"raise', "AND", "-", "*", "Velik"])
    ).map(" ".join),
)
# Letters that texts are made of, of several scripts, with accents apart and joined.
WRITTEN = st.text(
    st.sampled_from("abcxyzABÉéŁłßñøçIİıσΣж漢字ع0123 .,-–’“”\u0301\u0327\U0001f6a2\n"),
    min_size=1,
    max_size=40,
)


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    with open_record(written(tmp_path_factory.mktemp("asked"))) as opened:
        yield opened


def hold_what_is_sought(record: Record, found: Hits) -> None:
    """Assert that each hit holds all that was sought, where its marks are, in characters of its report."""
    texts = {report.id: report.text for report in record.reports()}
    for hit in found.statements.rows:
        marked = [find_tokens(mark.of(hit.text)) for mark in hit.marks]
        for sought in found.sought:
            assert any(holds(words, sought.words) for words in marked), (hit.text, sought)
        assert "".join(place.span.of(texts[place.report_id]) for place in hit.places).replace(
            " ", ""
        ) == "".join(mark.of(hit.text) for mark in hit.marks).replace(" ", "")
    for report in found.reports.rows:
        assert report.title_marks or report.excerpts
        for one in report.excerpts:
            assert one.span.of(texts[report.id]) == one.text
            assert one.marks
            assert all(0 <= mark.start < mark.end <= len(one.text) for mark in one.marks)


def holds(words: tuple[str, ...], sought: tuple[str, ...]) -> bool:
    """Tell whether `sought` stand side by side in `words`."""
    return any(words[start : start + len(sought)] == sought for start in range(len(words)))


@settings(deadline=None, max_examples=150)
@given(words=ASKED, typing=st.booleans(), order=st.sampled_from(Order))
def test_any_text_is_a_question_and_hits_hold_it(
    record: Record, *, words: str, typing: bool, order: Order
) -> None:
    found = record.find(Asked(words=words, order=order), typing=typing)

    if not typing:
        hold_what_is_sought(record, found)
    assert found == record.find(Asked(words=words, order=order), typing=typing)
    assert len(found.statements.rows) <= found.statements.total
    if not found.sought:
        assert found.statements.total == found.reports.total == found.speakers.total == 0


@settings(deadline=None, max_examples=40)
@given(
    texts=st.lists(WRITTEN.filter(lambda text: bool(find_tokens(text))), min_size=1, max_size=4, unique=True),
    data=st.data(),
)
def test_every_word_of_a_statement_finds_it_and_is_marked(texts: list[str], data: st.DataObject) -> None:
    words = [" ".join(text.split()) for text in texts]
    said = [Said(words=text, speaker="", title="") for text in dict.fromkeys(words)]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "words.db"
        write(path, searched(*said))
        with open_record(path) as record:
            text = data.draw(st.sampled_from(words))
            token = data.draw(st.sampled_from(find_tokens(text)))
            found = record.find(Asked(words=token), parts=[Part.STATEMENTS])
            hold_what_is_sought(record, found)
            assert text in {hit.text for hit in found.statements.rows}


@settings(deadline=None)
@given(text=st.text(max_size=200))
def test_folding_moves_no_character(text: str) -> None:
    assert len(fold_in_place(text)) == len(text)


@settings(deadline=None)
@given(
    before=WRITTEN,
    words=st.lists(st.sampled_from(["fares", "ÉTÉ", "o’dell", "1,200"]), min_size=1),
    after=WRITTEN,
)
def test_marks_are_the_words_wherever_they_stand(before: str, words: list[str], after: str) -> None:
    phrase = " — ".join(words)
    text = f"{before} {phrase} {after}"
    found = Marker([find_tokens(phrase)]).find(text)

    assert len(before) + 1 in {start for start, _, _ in found}
    assert all(find_tokens(text[start:end]) == find_tokens(phrase) for start, end, _ in found)


@settings(deadline=None)
@given(text=st.text(max_size=300), words=st.lists(WRITTEN, max_size=3))
def test_excerpts_are_the_texts_own_characters(text: str, words: list[str]) -> None:
    sought = [tokens for tokens in map(find_tokens, words) if tokens]
    marks = Marker(sought).find(text + " " + " ".join(words))
    excerpts, others = excerpts_of(text + " " + " ".join(words), marks)

    assert others >= 0
    for one in excerpts:
        assert one.span.of(text + " " + " ".join(words)) == one.text
        assert one.marks


@settings(deadline=None)
@given(text=st.text(max_size=2000))
def test_reading_a_question_never_fails(text: str) -> None:
    asked = read_question(text, typing=True)

    assert all(one.words for one in asked.sought)
    assert len({one.words for one in asked.sought}) == len(asked.sought)


@settings(deadline=None)
@given(names=st.lists(TYPED, max_size=6), typed=st.lists(TYPED, min_size=1, max_size=3))
def test_any_name_may_be_looked_for_among_any_names(names: list[str], typed: list[str]) -> None:
    for match in NameIndex(names).find(typed, begins=True):
        assert all(0 <= start < end <= len(names[match.place]) for start, end in match.ranges)
