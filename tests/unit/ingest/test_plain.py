from onrecord.model import ids
from onrecord.model.report import Capture
from support.containers import read


def test_a_plain_capture_keeps_bytes_and_place() -> None:
    (capture,) = read(b"The quay\r\n", "pile/a.txt")
    assert isinstance(capture, Capture)
    assert (capture.payload, capture.locator) == (b"The quay\r\n", "pile/a.txt")
    assert capture.id == ids.report_id(b"The quay\r\n")
