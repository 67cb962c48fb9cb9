from onrecord.model import ids
from onrecord.model.report import Capture
from support.containers import read


def test_a_page_is_one_capture_of_its_own_bytes() -> None:
    (capture,) = read(b"<html>", "a.html")
    assert isinstance(capture, Capture)
    assert (capture.id, capture.payload) == (ids.report_id(b"<html>"), b"<html>")
    assert (capture.media_type, capture.locator) == ("text/html", "a.html")
