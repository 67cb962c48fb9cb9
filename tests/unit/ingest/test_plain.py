from onrecord.ingest.plain import read_plain
from onrecord.model import ids


def test_a_plain_capture_keeps_bytes_and_place() -> None:
    capture = read_plain(b"The quay\r\n", "pile/a.txt")
    assert (capture.payload, capture.locator) == (b"The quay\r\n", "pile/a.txt")
    assert capture.id == ids.report_id(b"The quay\r\n")
