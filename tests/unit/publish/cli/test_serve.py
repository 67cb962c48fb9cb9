import signal
import socket
import subprocess
from pathlib import Path
from urllib.request import urlopen

import httpx
import pytest

from onrecord.errors import RecordError
from onrecord.publish.cli.serve import entry_of, is_loopback, is_token, listening, opened_at
from support.command import COMMAND, run
from support.records import written


@pytest.mark.parametrize(
    ("host", "own"),
    [
        ("127.0.0.1", True),
        ("::1", True),
        ("localhost", True),
        ("192.0.2.1", False),
        ("x", False),
    ],
)
def test_only_this_machine_reaches_its_own_address(host: str, *, own: bool) -> None:
    assert is_loopback(host) is own


def test_a_room_open_to_a_network_is_asked_for_by_addresses_too() -> None:
    entry = entry_of("198.51.100.7", "a-token-of-twenty-letters")
    assert entry.is_named("192.0.2.1:8710")
    assert not entry_of("127.0.0.1", None).is_named("192.0.2.1")


@pytest.mark.parametrize("token", ["short", "with a blank in its middle", "ü" * 20, "semi;colon-semi;colon"])
def test_a_token_is_long_and_plain(token: str) -> None:
    assert not is_token(token)
    assert is_token("a-token-of-twenty-letters")


@pytest.mark.parametrize(
    ("host", "opened"),
    [("0.0.0.0", "127.0.0.1"), ("::", "::1"), ("192.0.2.1", "192.0.2.1"), ("example.org", "example.org")],  # noqa: S104
)
def test_the_address_that_is_printed_can_be_opened(host: str, opened: str) -> None:
    assert opened_at(host) == opened


def test_what_listens_at_every_address_says_what_another_machine_asks_for(tmp_path: Path) -> None:
    command = [str(COMMAND), "serve", str(written(tmp_path)), "--port", "0", "--host", "0.0.0.0"]  # noqa: S104
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as server:
        assert server.stdout is not None
        assert server.stderr is not None
        address = server.stdout.readline().decode().strip()
        told = server.stderr.readline().decode()
        try:
            assert httpx.get(address, timeout=30).status_code == 303
        finally:
            server.send_signal(signal.SIGINT)
            server.wait(timeout=30)
    assert address.startswith("http://127.0.0.1:")
    assert socket.gethostname() in told


def test_a_port_that_is_taken_is_said_to_be() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken, pytest.raises(RecordError, match="choose another"):
        listening("127.0.0.1", taken.getsockname()[1])


def test_a_bad_token_and_a_missing_record_are_refused_in_a_sentence(tmp_path: Path) -> None:
    refused = run("serve", str(written(tmp_path)), "--token", "short")
    assert (refused.returncode, b"--token takes" in refused.stderr) == (2, True)
    assert run("serve", str(tmp_path / "none.db")).returncode == 2


@pytest.mark.parametrize(
    ("end", "workers"), [(signal.SIGINT, "2"), (signal.SIGTERM, "2"), (signal.SIGTERM, "1")]
)
def test_the_address_is_printed_the_record_shown_and_a_signal_is_the_end_that_leaves_nothing_beside_it(
    tmp_path: Path, end: signal.Signals, workers: str
) -> None:
    record = written(tmp_path)
    command = [str(COMMAND), "serve", str(record), "--port", "0", "--workers", workers]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as server:
        assert server.stdout is not None
        address = server.stdout.readline().decode().strip()
        with urlopen(address, timeout=30) as answer:  # noqa: S310 - an address of this machine
            assert b"Ferry to run again" in answer.read()
        server.send_signal(end)
        assert server.wait(timeout=30) == 0
        assert server.stderr is not None
        assert server.stderr.read() == b""
    assert [one.name for one in record.parent.iterdir() if one.name.startswith(record.name)] == [record.name]


def test_answers_go_out_without_waiting_for_a_reader_to_say_that_their_first_piece_is_there() -> None:
    with listening("127.0.0.1", 0) as place, socket.create_connection(place.getsockname()):
        taken, _ = place.accept()
        with taken:
            assert taken.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
