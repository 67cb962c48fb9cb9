"""Several persons correct one record at a time, in a room that two processes answer for: nothing is lost, and the record stays whole."""

from __future__ import annotations

import re
import shutil
import signal
import subprocess
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import TYPE_CHECKING, Self

import httpx

from onrecord.record import open_record
from support.command import COMMAND, run

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence
    from pathlib import Path

    from onrecord.record import Record

    Form = dict[str, str | list[str]]

NOBODYS = "a" + "0" * 20
"""An id of nothing: a form about it is refused, and the record that it failed on is closed, perhaps the last of its process."""
READ_BETWEEN = ("/review", "/search?q=quay", "/corrections", "/api/v1/summary", "/speakers")


class Reader:
    """Somebody with a browser of their own, each of whose requests is a new connection: either process may answer it."""

    def __init__(self, address: str, name: str) -> None:
        self._name = name
        self._origin = {"origin": address}
        self._browser = httpx.Client(
            base_url=address, limits=httpx.Limits(max_keepalive_connections=0), timeout=60
        )
        self._said = 0

    def __enter__(self) -> Self:
        found = re.search(r'name="key" value="(\w+)"', self._browser.get("/review").text)
        assert found
        self._key = found[1]
        return self

    def __exit__(self, *_: object) -> None:
        self._browser.close()

    def say(self, forms: Sequence[Form]) -> list[tuple[int, int]]:
        """Send forms one after another, a page read after each; return the status of each answer and of the page after it."""
        return [self._say(form) for form in forms]

    def _say(self, form: Form) -> tuple[int, int]:
        fields = {"key": self._key, "back": "/review", "by": self._name, **form}
        told = self._browser.post("/review/say", data=fields, headers=self._origin)
        self._said += 1
        return told.status_code, self._browser.get(READ_BETWEEN[self._said % len(READ_BETWEEN)]).status_code


@contextmanager
def served_by_two(path: Path) -> Generator[str]:
    """Serve the record at `path` from two processes, as the command does, and yield its address."""
    command = [str(COMMAND), "serve", str(path), "--edit", "--port", "0", "--workers", "2"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as server:
        assert server.stdout is not None
        assert server.stderr is not None
        try:
            yield server.stdout.readline().decode().strip().rstrip("/")
        finally:
            server.send_signal(signal.SIGTERM)
            server.wait(timeout=30)
        assert server.stderr.read() == b""


def forms_for(record: Record, rounds: int) -> list[Form]:
    """Return forms of six kinds in turn, as often as asked for, no two about the same words, and after each turn one to refuse."""
    contents = record.contents()
    members = {
        one.id: [member for variant in one.variants for member in variant.attribution_ids]
        for one in contents.linked.statements
    }
    by_speaker: dict[tuple[str, ...], list[str]] = {}
    for one in contents.linked.statements:
        if len(members[one.id]) == 1:
            by_speaker.setdefault(one.speaker_ids, []).append(members[one.id][0])
    same = [one[:2] for names, one in by_speaker.items() if names and len(one) > 1][:rounds]
    taken = {one for pair in same for one in pair}
    single = iter([one for several in by_speaker.values() for one in several if one not in taken])
    pairs = iter([one for one in members.values() if len(one) == 2])
    name = contents.linked.entities[0].name
    forms: list[Form] = []
    for day in range(1, rounds + 1):
        each: tuple[Form, ...] = (
            {"kind": "accept", "id": next(single)},
            {"kind": "not-speech", "id": next(single)},
            {"kind": "speaker", "id": next(single), "word": name},
            {"kind": "date", "id": f"s{next(single)[1:]}", "word": f"2024-03-{day:02}"},
            {"kind": "same-statement", "id": same[day - 1]},
            {"kind": "other-statement", "id": next(pairs)},
            {"kind": "accept", "id": NOBODYS},
        )
        forms += each
    return forms


def test_what_two_persons_say_at_once_is_all_kept_once_and_the_record_stays_whole(
    record: Path, tmp_path: Path
) -> None:
    path = tmp_path / "together.db"
    shutil.copy(record, path)
    with open_record(path) as before:
        forms = forms_for(before, 5)
    with (
        served_by_two(path) as address,
        Reader(address, "Ana") as ana,
        Reader(address, "Bo") as bo,
        ThreadPoolExecutor(2) as both,
    ):
        answers = ana.say(forms[:14])
        told = [both.submit(ana.say, forms[14:24]), both.submit(bo.say, forms[24:])]
        answers += [answer for one in told for answer in one.result()]

    good = [form for form in forms if form["id"] != NOBODYS]
    assert Counter(answers) == {(303, 200): len(good), (400, 200): len(forms) - len(good)}
    with open_record(path) as after:
        log = after.corrections()
    said = Counter((one.kind.value, tuple(anchor.exact for anchor in one.anchors)) for one in log)
    assert Counter(kind for kind, _ in said) == Counter(form["kind"] for form in good)
    assert set(said.values()) == {1}
    assert Counter(one.by for one in log) == {"Ana": 21, "Bo": 9}
    checked = run("check", path)
    assert checked.returncode == 0, checked.stdout.decode()
