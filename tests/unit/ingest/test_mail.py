from base64 import encodebytes

import pytest

from onrecord.model.report import Capture
from support.containers import EML, LETTER, PAGE_PART, PLAIN_PART, SAVED, TEXT, codes, mail, read, told
from support.hostile_containers import mail_in_mail, nested_mail


def captures(payload: bytes) -> list[Capture]:
    return [one for one in read(payload, "m.eml") if isinstance(one, Capture)]


def test_a_mail_is_its_text_with_its_subject_and_the_day_it_was_sent() -> None:
    first = captures(EML)[0]
    assert first.media_type == "text/plain"
    assert first.declared == {
        "charset": "utf-8",
        "date": "2024-03-04",
        "sender": "Harbour board <press@harbour.example>",
        "title": "Quay closed – statement",
    }


def test_a_saved_page_has_its_address_and_no_day() -> None:
    (capture,) = captures(SAVED)
    assert capture.media_type == "text/html"
    assert capture.declared == {"url": "https://courier.example/quay"}


def test_a_mail_without_plain_text_is_its_page() -> None:
    (capture,) = captures(mail(*LETTER, parts=(PAGE_PART,)))
    assert (capture.media_type, capture.payload) == ("text/html", b"<p>The quay is closed.</p>")


def test_a_saved_page_of_several_begins_where_it_says() -> None:
    parts = [
        f"Content-Type: text/html\r\nContent-Location: u{one}\r\nContent-ID: <{one}>\r\n\r\n<p>{one}"
        for one in (1, 2)
    ]
    saved = mail("From: <Saved by a browser>", parts=tuple(parts), kind='multipart/related; start="<2>"')
    assert [capture.payload for capture in captures(saved)] == [b"<p>2"]


def test_a_forwarded_mail_is_read_apart() -> None:
    inner = "Content-Type: message/rfc822\r\n\r\nSubject: Inner\r\nMIME-Version: 1.0\r\n\r\nNobody asked us."
    outer, forwarded = captures(mail(*LETTER, parts=(PLAIN_PART, inner)))
    assert outer.payload.decode() == TEXT.rstrip("\n")
    assert (forwarded.locator, forwarded.declared) == ("m.eml!mail 1", {"title": "Inner"})


def test_an_encrypted_mail_is_told() -> None:
    parts = ("Content-Type: application/pgp-encrypted\r\n\r\nVersion: 1",)
    assert codes(mail(*LETTER, parts=parts, kind="multipart/encrypted")) == ["ingest.encrypted"]


@pytest.mark.parametrize(
    "parts", [(), ("Content-Type: image/png\r\n\r\nx",), ("Content-Type: text/plain\r\n\r\n ",)]
)
def test_a_mail_without_text_is_told(parts: tuple[str, ...]) -> None:
    assert "ingest.empty" in codes(mail(*LETTER, parts=parts))


def test_mails_in_mails_to_any_depth_are_read_or_told() -> None:
    assert told(nested_mail(200)) == [("", TEXT * 10)]
    assert told(mail_in_mail(20))[-1][1] == TEXT
    assert codes(mail_in_mail(1900)) == ["ingest.damaged"]
    assert codes(mail_in_mail(5000)) == ["ingest.too-large"]


def test_a_mail_that_is_too_large_in_a_mailbox_costs_only_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    postmark = b"From a@b.example Mon Mar  4 23:30:00 2024\n"
    monkeypatch.setattr("onrecord.ingest.mail.LARGEST", 200)
    payload = postmark + b"To: x\n\n" + b"x" * 300 + b"\n" + postmark + b"To: x\n\nThe quay is closed.\n"
    assert told(payload) == [("#1", "ingest.too-large"), ("#2", "The quay is closed.\n")]


@pytest.mark.parametrize(
    "line", ["From - Tue Apr 11 2023", "From a@b.example", "From a@b Tue Apr 11 10:00:00 2023"]
)
def test_mails_of_a_mailbox_begin_with_any_line_from(line: str) -> None:
    one = f"{line}\nFrom: a@b.example\nTo: c@d.example\nSubject: Quay %d\nDate: Tue, 11 Apr 2023 10:00:00 +0000\n\nThe quay is closed.\n"
    body = "\nFrom here on it rains.\nFrom: is no word of mine.\n"
    payload = (one % 1 + body + "\n" + one % 2).encode()
    found = captures(payload)
    assert [capture.declared["title"] for capture in found] == ["Quay 1", "Quay 2"]
    assert b"From here on it rains" in found[0].payload


def test_two_headers_are_a_mail_where_the_name_says_so() -> None:
    (capture,) = captures(b"From: a@b.example\nSubject: Quay\n\nThe quay is closed.\n")
    assert capture.declared["title"] == "Quay"


def test_what_is_no_base64_is_no_text() -> None:
    head = b"From: a@b.example\nSubject: Quay\nMIME-Version: 1.0\nContent-Type: text/plain\nContent-Transfer-Encoding: base64\n\n"
    payload = head + b"!!!notbase64@@@\n"
    assert set(codes(payload)) == {"ingest.damaged"}
    assert not captures(payload)


def test_a_damaged_part_beside_a_good_one_is_told() -> None:
    bad = "Content-Type: text/plain\r\nContent-Transfer-Encoding: base64\r\n\r\n!!!notbase64@@@"
    payload = mail(*LETTER, parts=(bad, PAGE_PART))
    assert codes(payload) == ["ingest.damaged"]
    assert [capture.media_type for capture in captures(payload)] == ["text/html"]


def test_an_attached_file_that_is_no_base64_is_no_report() -> None:
    bad = (
        'Content-Type: text/html; name="p.html"\r\nContent-Disposition: attachment; filename="p.html"\r\n'
        "Content-Transfer-Encoding: base64\r\n\r\n!!!notbase64@@@"
    )
    payload = mail(*LETTER, parts=(PLAIN_PART, bad))
    assert codes(payload) == ["ingest.damaged"]
    assert len(captures(payload)) == 1


def test_small_mails_of_a_mailbox_end_where_their_lines_do() -> None:
    one = "From a@b\r\nFrom: a@b.example\r\nSubject: Quay %d\r\n\r\nThe quay is closed.\r\n\r\n"
    found = [one for one in read((one % 1 + one % 2).encode(), "m.mbox") if isinstance(one, Capture)]
    assert [capture.declared["title"] for capture in found] == ["Quay 1", "Quay 2"]
    assert not any(capture.payload.endswith(b"\r") for capture in found)


def attached(name: str, media_type: str, payload: str) -> str:
    """Return an attached file in base64, as a part of a mail."""
    coded = encodebytes(payload.encode()).decode().strip()
    return (
        f"Content-Type: {media_type}\r\nContent-Disposition: attachment; filename={name}\r\n"
        f"Content-Transfer-Encoding: base64\r\n\r\n{coded}"
    )


def cut_mail(*parts: str, letters: int) -> bytes:
    """Return a mail that ends so many letters before the end of its last part."""
    whole = mail(*LETTER, parts=parts)
    return whole[: whole.rindex(b"\r\n--=-part--") - letters]


def test_a_fragment_of_a_page_without_words_is_no_report() -> None:
    page = attached("p.html", "text/html", "<!DOCTYPE html><p>The quay is closed.</p>")
    note = attached("note.txt", "text/plain", "The boats wait.")
    payload = cut_mail(PLAIN_PART, note, page, letters=45)
    assert told(payload) == [
        ("", TEXT.rstrip("\n")),
        ("!note.txt", "The boats wait."),
        ("!p.html", "ingest.damaged"),
    ]
    assert told(cut_mail(PLAIN_PART, page, letters=16))[-2:] == [
        ("!p.html", "ingest.damaged"),
        ("!p.html", "<!DOCTYPE html><p>The quay is "),
    ]


@pytest.mark.parametrize("kept", range(1, len("--=-part")))
def test_the_beginning_of_the_line_that_parts_a_mail_is_no_text_of_it(kept: int) -> None:
    whole = mail(*LETTER, parts=(PLAIN_PART, attached("note.txt", "text/plain", "The boats wait.")))
    cut = whole[: whole.rindex(b"\r\n--=-part\r\n") + len("\r\n") + kept]
    assert told(cut) == [("", "ingest.damaged"), ("", TEXT.rstrip("\n"))]


def test_of_an_attached_table_or_list_that_is_cut_the_whole_rows_are_read() -> None:
    table = attached(
        "t.csv", "text/csv", "title,text\nQuay,The quay is closed.\nFerry,The ferry runs again.\n"
    )
    row = '{"text":"The quay is closed.","title":"Quay"}'
    assert told(cut_mail(table, letters=12)) == [("!t.csv#2", row), ("!t.csv", "ingest.damaged")]
    items = attached(
        "t.json", "application/json", '[{"text": "The quay is closed."}, {"text": "The ferry runs"}]'
    )
    assert told(cut_mail(items, letters=12)) == [
        ("!t.json", "ingest.bad-json"),
        ("!t.json#1", '{"text":"The quay is closed."}'),
        ("!t.json", "ingest.damaged"),
    ]


@pytest.mark.parametrize("letters", [1, 2, 3, 5, 9])
def test_base64_that_ends_inside_is_told_though_its_part_ends(letters: int) -> None:
    note = attached("note.txt", "text/plain", "The boats wait, “all of them”.")
    payload = mail(*LETTER, parts=(PLAIN_PART, note[:-letters]))
    found = told(payload)
    if (len(note) - letters - note.index("\r\n\r\n") - 4) % 4:
        assert found[1] == ("!note.txt", "ingest.damaged")
    assert "The boats wait, “all of them”.".startswith(found[-1][1])


def test_a_cut_within_the_text_a_picture_or_a_mail_within_is_told_where_it_is() -> None:
    inner = "Content-Type: message/rfc822\r\n\r\nSubject: Inner\r\nMIME-Version: 1.0\r\n\r\nNobody asked us."
    picture = "Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo="
    whole = TEXT.rstrip("\n")
    assert told(cut_mail(PLAIN_PART, letters=20)) == [("", "ingest.damaged"), ("", whole[:-20])]
    assert told(cut_mail(PLAIN_PART, picture, letters=4)) == [("", "ingest.damaged"), ("", whole)]
    assert told(cut_mail(PLAIN_PART, inner, letters=1)) == [
        ("", whole),
        ("!mail 1", "ingest.damaged"),
        ("!mail 1", "Nobody asked us"),
    ]


def test_a_saved_page_of_which_no_words_came_is_no_report() -> None:
    page = "Content-Type: text/html\r\nContent-Location: https://courier.example/quay\r\n\r\n<!DOCTYPE html><p>The"
    payload = mail("From: <Saved by a browser>", parts=(page,), kind="multipart/related")
    assert told(payload[: payload.rindex(b"\r\n--=-part--")]) == [("", "ingest.damaged")]
