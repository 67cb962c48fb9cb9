import pytest

from onrecord.model.moment import Evidence
from onrecord.model.span import Span
from onrecord.publish.room.links import Addresses, address, as_json, written_spans


def test_what_is_not_asked_for_is_not_in_an_address() -> None:
    assert address("/search", q="a b&c", page=None, by="") == "/search?q=a+b%26c"
    assert address("/search") == "/search"


def test_words_that_lie_apart_are_opened_together() -> None:
    assert written_spans([Span(12, 40), Span(60, 80)]) == "12-40,60-80"
    assert Addresses().evidence(Evidence(report_id="r1", span=Span(1, 2))) == "/report/r1?at=1-2#at"


def test_an_id_cannot_lead_out_of_its_path() -> None:
    assert Addresses().statement("../x?y#z") == "/statement/..%2Fx%3Fy%23z"


def test_a_thing_is_told_where_the_letter_of_its_id_says() -> None:
    to = Addresses()
    assert [to.thing(one) for one in ("s1", "e1", "t1", "p1", "r1", "a1", "l1")] == [
        "/statement/s1",
        "/event/e1",
        "/story/t1",
        "/speaker/p1",
        "/report/r1",
        "/why/a1",
        "/why/l1",
    ]


def test_unknown_speakers_have_a_page_too() -> None:
    assert Addresses().speaker(None) == "/speaker/unknown"
    assert Addresses().occasion(None, None) == "/speaker/unknown#at-no-event"


def test_a_long_title_is_cut_and_says_so() -> None:
    assert Addresses.title("Gazette", "Ferry") == "Gazette: Ferry"
    assert Addresses.title(None, "word " * 20).endswith("word …")


@pytest.mark.parametrize(
    ("path", "answer"),
    [
        ("/statement/s1f", "/api/v1/statements/s1f"),
        ("/outlets", "/api/v1/outlets"),
        ("/speakers", "/api/v1/speakers"),
        ("/search", "/api/v1/statements"),
        ("/speaker/unknown", "/api/v1/openapi.json"),
        ("/help", "/api/v1/openapi.json"),
        ("", "/api/v1/openapi.json"),
    ],
)
def test_a_page_leads_to_the_same_as_json(path: str, answer: str) -> None:
    assert as_json(path) == answer
