"""Any change to any container gives captures and problems: nothing is raised, and twice the same."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.ingest.limits import LARGEST
from onrecord.model import ids
from onrecord.model.problem import Problem
from support.containers import BROKEN, GOLDEN, read
from support.documents import documents

FILES = {**{name: case.payload for name, case in GOLDEN.items()}, **documents()}
EDITS = st.lists(
    st.tuples(st.floats(0, 1), st.integers(0, 40), st.binary(max_size=12)), min_size=1, max_size=6
)
"""Each: the place as a share of the payload, how many bytes are taken out, and what is put in."""

MARKED = 32
"""Bytes that tell what a container is."""


def edited(payload: bytes, edits: list[tuple[float, int, bytes]]) -> bytes:
    for share, taken, put in edits:
        place = int(share * len(payload))
        payload = payload[:place] + put + payload[place + taken :]
    return payload


@pytest.mark.parametrize("name", sorted(FILES))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(edits=EDITS)
def test_a_changed_container_gives_captures_and_problems(
    name: str, edits: list[tuple[float, int, bytes]]
) -> None:
    payload = edited(FILES[name], edits)
    items = read(payload, name)
    assert items == read(payload, name)
    for item in items:
        if isinstance(item, Problem):
            assert item.code != "ingest.failed"
            assert (item.path or "").startswith(name)
        else:
            assert item.id == ids.report_id(item.payload)
            assert item.locator.startswith(name)
            assert len(item.payload) <= LARGEST


# What is cut of a text is a text, and of a mail is told.
_MAILS = {name for name in GOLDEN if name.endswith((".eml", ".mbox"))}
_OF_TEXT = {"plain.txt", "page.html", "saved.mhtml", *_MAILS}


@pytest.mark.parametrize("name", sorted(GOLDEN.keys() - _OF_TEXT))
@settings(max_examples=10, deadline=None)
@given(share=st.floats(0, 1))
def test_a_cut_container_gives_nothing_that_the_whole_does_not(name: str, share: float) -> None:
    payload = GOLDEN[name].payload
    whole = {text for _, text in GOLDEN[name].found}
    for item in read(payload[: MARKED + int(share * (len(payload) - MARKED))], name):
        assert isinstance(item, Problem) or item.payload.decode() in whole


def test_every_container_has_a_broken_twin() -> None:
    assert list(BROKEN) == list(GOLDEN)


_WITHIN = {"quoted.mbox": [b"Who asked?"]}
"""What a mail quotes that stands for itself where the part that holds it is never closed."""


@pytest.mark.parametrize("name", sorted(_MAILS))
def test_a_mail_cut_anywhere_gives_beginnings_of_what_the_whole_does(name: str) -> None:
    payload = GOLDEN[name].payload
    whole = [*(text.encode() for _, text in GOLDEN[name].found), *_WITHIN.get(name, ())]
    for length in range(MARKED, len(payload) + 1):
        for item in read(payload[:length], name):
            # Cut inside its first headers, a mail cannot be told from a text.
            if not isinstance(item, Problem) and item.payload != payload[:length]:
                begun = item.payload.rstrip()
                assert any(text.startswith(begun) for text in whole), length
