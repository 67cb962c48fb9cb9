"""The reading room of an invented record, asked in this process or by a browser."""

from __future__ import annotations

import socket
import threading
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from onrecord.publish.room.visit import Visit
from onrecord.record import open_record
from support.records import written

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path

    from fastapi.testclient import TestClient

    from onrecord.model.contents import Contents
    from onrecord.publish.room.door import Entry


@contextmanager
def visiting(
    folder: Path, path: str = "/", *, contents: Contents | None = None, edit: bool = False
) -> Generator[Visit]:
    """Yield a visit of the address `path` (with its question) in the room of `contents`, the ferry's by default."""
    place, _, question = path.partition("?")
    parts = {"id": place.rpartition("/")[2]}
    with open_record(written(folder, contents)) as record, record.at_one_moment():
        yield Visit(record=record, path=place, parts=parts, question=question, edit=edit)


def client(
    path: Path, *, entry: Entry | None = None, edit: bool = False, host: str = "localhost"
) -> TestClient:
    """Return what asks the room of the record at `path` without a network, and goes to no other address by itself."""
    from fastapi.testclient import TestClient

    from onrecord.publish.room.app import create_room

    app = create_room(path, entry=entry, edit=edit)
    return TestClient(app, base_url=f"http://{host}", follow_redirects=False, raise_server_exceptions=False)


@contextmanager
def served(path: Path, *, entry: Entry | None = None, edit: bool = False) -> Generator[str]:
    """Serve the room of the record at `path` on this machine and yield its address."""
    import uvicorn

    from onrecord.publish.room.app import create_room

    place = socket.create_server(("127.0.0.1", 0))
    app = create_room(path, entry=entry, edit=edit)
    config = uvicorn.Config(app, log_level="error", lifespan="off", server_header=False)
    server = uvicorn.Server(config)
    thread = threading.Thread(target=lambda: server.run(sockets=[place]), daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    try:
        yield f"http://127.0.0.1:{place.getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join(timeout=10)
        place.close()
