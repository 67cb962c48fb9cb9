"""Whatever characters a report is made of, it is read without a fault, and all that is found in it is exact."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.annotate import load_parser, load_tagger
from onrecord.model.ids import report_id
from onrecord.model.report import Capture
from onrecord.reading import Reader, read_capture
from onrecord.settings import Settings

PIECES = [
    "“", "”", '"', "‘", "’", "'", "«", "»", "„", ".", ",", "?", "!", ":", "–", "…", "[", "]", "(", ")", " ", " ", " ",
    "\n", "\n\n", "\r\n", "\t", "\u200b", "\u202e", "\u00a0", "\ufeff", "\x00", "🙂", "é", "said", "told", "He", "she", "they",
    "Ana Velik", "Velik", "the harbour board", "According to", "that", "not", "We", "will", "close", "the quay", "on Friday",
    "March 6", "340 jobs", "added", "“No", "”said", "NO QUAY", "Source:", "Photo:", "By", "Harbour Master", "asked", "whether",
]  # fmt: skip
REPORTS = st.lists(st.sampled_from(PIECES), max_size=120).map(" ".join) | st.text(max_size=200)


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader(load_parser(Settings().model), load_tagger())


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
@given(text=REPORTS)
def test_any_text_is_read_without_a_fault_and_to_the_character(reader: Reader, text: str) -> None:
    payload = text.encode("utf-8", "surrogatepass")
    capture = Capture(id=report_id(payload), payload=payload, media_type="text/plain", locator="any.txt")
    outcome = read_capture(reader, capture)
    assert "read.failed" not in [problem.code for problem in outcome.problems]
    if outcome.reading is None:
        return
    report = outcome.reading.report
    for attribution in outcome.reading.attributions:
        assert list(attribution.content) == sorted(attribution.content)
        for quoted in attribution.quoted:
            assert any(quoted in content for content in attribution.content)
        for span in (*attribution.content, *attribution.judgement.because):
            assert span.end <= len(report.text)
    for before, after in zip(report.blocks, report.blocks[1:], strict=False):
        assert before.span.end <= after.span.start
