"""Nothing but an address that the user gives reaches the network, whatever is done with a record, and whatever its reports hold."""

from __future__ import annotations

import socket
from typing import TYPE_CHECKING

import pytest

from onrecord.growing import Manner, add, correct
from onrecord.model.correction import Anchor, Correction, CorrectionKind
from onrecord.pipeline import build, read_pile
from onrecord.publish.cli.export import Format, exported
from onrecord.publish.page import render_page
from onrecord.record import check, copy_record, open_record
from onrecord.repairing import repair
from onrecord.settings import Settings
from support.cheap import cheap_reading, write_notes
from support.containers import GOLDEN
from support.documents import WHOLE

if TYPE_CHECKING:
    from pathlib import Path

CALLING = """<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://quay.example/xhtml1.dtd"><html><head>
<base href="http://quay.example/"><link rel="stylesheet" href="http://quay.example/a.css"><meta http-equiv="refresh" content="0;url=http://quay.example/">
<script type="application/ld+json">{"@context": "http://quay.example/context", "@type": "NewsArticle", "headline": "Quay"}</script></head>
<body><article><img src="http://quay.example/a.png"><p>“The quay is shut,” Ana Velik said.</p>
<iframe src="http://quay.example/"></iframe></article></body></html>"""
"""A page that would have its reader visit other addresses."""
CALLING_FEED = """<?xml version="1.0"?><!DOCTYPE rss SYSTEM "http://quay.example/rss.dtd"><rss><channel><title>Quay</title>
<item><title>Quay</title><link>http://quay.example/one</link><description>“The pier is shut,” Orla Fennimore said.</description></item>
</channel></rss>"""


@pytest.fixture(autouse=True)
def sockets_forbidden(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("the network was reached")

    for name in ("create_connection", "getaddrinfo", "gethostbyname"):
        monkeypatch.setattr(socket, name, refuse)
    for name in ("connect", "connect_ex", "sendto"):
        monkeypatch.setattr(socket.socket, name, refuse)


@pytest.fixture
def pile(tmp_path: Path) -> Path:
    """Return a folder with a file of every kind that is read."""
    folder = tmp_path / "pile"
    folder.mkdir()
    for name, case in {**GOLDEN, **WHOLE}.items():
        (folder / name).write_bytes(case.payload)
    (folder / "calling.html").write_text(CALLING, encoding="utf-8")
    (folder / "calling.rss").write_text(CALLING_FEED, encoding="utf-8")
    return folder


def test_a_record_is_built_grown_corrected_copied_and_taken_away_without_the_network(
    tmp_path: Path, pile: Path
) -> None:
    path, copy = tmp_path / "a.db", tmp_path / "copy.db"
    with cheap_reading():
        build([pile], path, jobs=1).close()
        add(path, write_notes(tmp_path / "more", 5, seed=1), manner=Manner(jobs=1))
        with open_record(path) as record:
            reading = next(one for one in record.contents().readings if one.attributions)
        spans = reading.attributions[0].content
        words = tuple(span.of(reading.report.text) for span in spans)
        anchor = Anchor(report_id=reading.report.id, spans=spans, exact=words)
        correct(path, [Correction(kind=CorrectionKind.NOT_SPEECH, anchors=(anchor,))], manner=Manner(jobs=1))
        repair(path)
    copy_record(path, copy)
    assert check(path) == check(copy) == ()
    with open_record(path) as record:
        contents = record.contents()
        assert record.search("quay").report_ids
    assert any("The pier is shut" in one.report.text for one in contents.readings)
    assert render_page(contents)
    for form in Format:
        assert exported(contents, form)


def test_reports_are_read_by_the_models_without_the_network(pile: Path) -> None:
    contents = read_pile([str(pile)], settings=Settings(), jobs=1)
    assert any(one.attributions for one in contents.readings)
