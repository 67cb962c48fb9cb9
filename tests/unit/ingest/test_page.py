from onrecord.ingest.page import read_page
from onrecord.model import ids


def test_a_page_is_one_capture_of_its_own_bytes() -> None:
    capture = read_page(b"<html>", "a.html")
    assert (capture.id, capture.payload) == (ids.report_id(b"<html>"), b"<html>")
    assert (capture.media_type, capture.locator) == ("text/html", "a.html")
