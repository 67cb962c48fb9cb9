import os
import signal
import subprocess
import sys
from http.client import HTTPConnection
from pathlib import Path

from onrecord.publish.room.workers import serve_together, usual_workers
from support.command import COMMAND
from support.records import written

TOLD = """
import os, sys
from onrecord.publish.room.workers import serve_together
read, write = os.pipe()
def serve(worker):
    os.write(write, b"1")
    if worker:
        sys.stdin.read()
    else:
        got = b""
        while len(got) < 3:
            got += os.read(read, 3)
        print(got.decode(), flush=True)
serve_together(serve, 3)
"""


def test_there_are_as_many_as_asked_for_and_all_end_with_the_first() -> None:
    with subprocess.Popen(
        [sys.executable, "-c", TOLD], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        # Nobody is left to hold the other end.
        assert process.stdout.read() == b"111\n"
        assert process.wait(30) == 0


def test_one_alone_is_no_other_process() -> None:
    pids: list[int] = []
    serve_together(lambda worker: pids.append(os.getpid() + worker), 1)
    assert pids == [os.getpid()]


def test_there_are_no_more_than_processors() -> None:
    assert 1 <= usual_workers() <= min(2, os.cpu_count() or 1)


def test_pages_are_answered_by_both_until_the_first_is_told_to_end(tmp_path: Path) -> None:
    command = [str(COMMAND), "serve", str(written(tmp_path)), "--port", "0", "--workers", "2"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as server:
        assert server.stdout is not None
        port = int(server.stdout.readline().decode().rsplit(":", 1)[1].strip("/\n"))
        several = [HTTPConnection("127.0.0.1", port, timeout=30) for _ in range(6)]
        for path in ("/speakers", "/speakers", "/api/v1/summary"):
            for one in several:
                one.request("GET", path)
                answer = one.getresponse()
                assert (answer.status, bool(answer.read())) == (200, True)
        for one in several:
            one.close()
        others = Path(f"/proc/{server.pid}/task/{server.pid}/children").read_text().split()
        assert len(others) == 1
        server.send_signal(signal.SIGTERM)
        server.wait(timeout=30)
        # The other end of its output is closed once both are gone.
        assert server.stdout.read() == b""
        assert server.stderr is not None
        assert server.stderr.read() == b""
