import io

import pytest

from onrecord.ingest.mailbox import part_mails
from onrecord.ingest.streams import Stream
from support.containers import EML, LETTER, PLAIN_PART, QUOTED, mail

POSTMARK = b"From a@b.example Mon Mar  4 23:30:00 2024\n"
NEXT = (
    POSTMARK
    + b"From: a@b.example\nSubject: Quay\nDate: Mon, 4 Mar 2024 23:30:00 -0500\n\nThe quay is closed.\n"
)
HEADERS = b"From: a@b.example\nSubject: Quay\nDate: Mon, 4 Mar 2024 20:00:00 -0500\n"


def mails(payload: bytes) -> list[bytes]:
    return list(part_mails(Stream(io.BytesIO(payload))))


@pytest.mark.parametrize(
    "quoted",
    [
        POSTMARK + HEADERS,
        b"\nFrom here on it rains.\n",
        b"\n" + POSTMARK + b"The ferry left: at noon.\n",
        b"\n" + HEADERS,
        b"\nFrom Ana Velik\nNote: the quay is closed.\n",
    ],
)
def test_no_mail_begins_without_an_empty_line_before_and_headers_below(quoted: bytes) -> None:
    assert mails(NEXT + quoted + b"\n" + NEXT) == [NEXT + quoted, NEXT]


@pytest.mark.parametrize("size", [10, 100_000])
def test_a_mail_quoted_in_a_part_of_another_begins_none(size: int) -> None:
    page = "Content-Type: text/html\r\n\r\n<p>The quay is closed.</p>"
    long = f"{PLAIN_PART}\r\n{QUOTED}\r\n{'x' * 70 * (size // 70)}"
    outer = mail(*LETTER, parts=(long, page, f"{PLAIN_PART}\r\n{QUOTED}"))
    assert mails(POSTMARK + outer + b"\n" + NEXT) == [POSTMARK + outer, NEXT]


def test_a_mail_begins_behind_one_that_is_cut_off_in_a_part() -> None:
    cut = POSTMARK + EML[: EML.rindex(b"--=-part--")]
    assert mails(cut + b"\n" + NEXT) == [cut, NEXT]
    assert mails(cut + b"\n" + POSTMARK + EML) == [cut, POSTMARK + EML]


def test_a_mail_longer_than_it_may_be_is_given_with_a_byte_more() -> None:
    found = list(part_mails(Stream(io.BytesIO(NEXT + b"x" * 500 + b"\n\n" + NEXT)), 300))
    assert [len(one) for one in found] == [301, len(NEXT)]
