from onrecord.clean.running_text import LARGEST, find_running_text

LEAD = "The council of Port Carrow voted on Friday to close the Old Quay to cargo within three years."


def test_a_line_is_recognised_by_its_words_and_a_short_one_as_a_whole() -> None:
    found = find_running_text(
        f"<html><body><article><p>{LEAD}</p><p>{LEAD} Again.</p></article></body></html>"
    )
    assert found.holds("The COUNCIL of Port Carrow voted on Friday")
    assert not found.holds("Port Carrow")


def test_a_page_that_is_too_large_or_none_holds_nothing() -> None:
    assert not find_running_text("x" * (LARGEST + 1)).holds("x")
    assert not find_running_text("").holds("x")
