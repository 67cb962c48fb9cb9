"""The API of a record: as an application for tests, and served on loopback."""

from __future__ import annotations

import socket
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

import uvicorn

from onrecord.publish.api import create_api
from onrecord.record import open_record

if TYPE_CHECKING:
    from collections.abc import Callable, Generator
    from contextlib import AbstractContextManager
    from pathlib import Path

    from onrecord.record import Record


def lender(path: Path) -> Callable[[], AbstractContextManager[Record]]:
    """Return what lends the record at `path`, opened anew each time."""

    @contextmanager
    def lend() -> Generator[Record]:
        with open_record(path) as record, record.at_one_moment():
            yield record

    return lend


@contextmanager
def served(path: Path) -> Generator[str]:
    """Serve the API of the record at `path` on a free port of loopback; yields its address."""
    config = uvicorn.Config(
        create_api(lender(path)), log_config=None, lifespan="off", ws="none", timeout_graceful_shutdown=1
    )
    server = uvicorn.Server(config)
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        try:
            yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join()
