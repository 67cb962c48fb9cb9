from __future__ import annotations

import socket

import pytest

from onrecord.publish.room.sharing import PATIENCE, Shared


def listening(workers: int) -> Shared:
    shared = Shared.of(socket.create_server(("127.0.0.1", 0)), workers)
    shared.settimeout(0)
    return shared


def test_connections_come_in_by_a_shared_socket_and_go_again() -> None:
    with listening(1) as place:
        for _ in range(3):
            with socket.create_connection(place.getsockname()) as reader:
                taken, _ = place.accept()
                with taken:
                    reader.sendall(b"ferry")
                    assert taken.recv(5) == b"ferry"


def test_who_has_more_connections_leaves_the_next_to_the_other_for_a_moment() -> None:
    with listening(2) as place:
        several = [socket.create_connection(place.getsockname()) for _ in range(2)]
        first, _ = place.accept()
        with pytest.raises(BlockingIOError):
            place.accept()
        place.become(1)
        second, _ = place.accept()
        for one in (first, second, *several):
            one.close()


def test_a_connection_that_nobody_else_takes_is_taken_in_the_end() -> None:
    with listening(2) as place:
        several = [socket.create_connection(place.getsockname()) for _ in range(2)]
        first, _ = place.accept()
        left, taken = 0, [first]
        while len(taken) == 1:
            try:
                taken.append(place.accept()[0])
            except BlockingIOError:
                left += 1
                assert left < 1 + PATIENCE / 0.0005
        assert left > 0
        for one in (*taken, *several):
            one.close()


def test_a_closed_connection_counts_no_more() -> None:
    with listening(2) as place:
        for _ in range(3):
            with socket.create_connection(place.getsockname()):
                taken, _ = place.accept()
                taken.close()
                taken.close()
