"""The reading room for a load: so many processes on one socket, each answer with the time it took at the server.

python -m bench.serving_workers FILE.db WORKERS; prints the port, and ends when its input does.
"""

import os
import signal
import socket
import sys
import time
from collections.abc import MutableMapping
from pathlib import Path
from typing import Any

import uvicorn

from onrecord.publish.room.app import create_room


class Timed:
    """Puts into each answer's head how many milliseconds passed since its request came in, and how many the process worked."""

    def __init__(self, app: Any) -> None:
        self._app = app

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        """Answer one request."""
        began, worked = time.perf_counter(), time.process_time()

        async def send_timed(message: MutableMapping[str, Any]) -> None:
            if message["type"] == "http.response.start":
                took = (time.perf_counter() - began) * 1000
                work = (time.process_time() - worked) * 1000
                told = (b"server-timing", f"app;dur={took:.2f}, processor;dur={work:.2f}".encode())
                message = {**message, "headers": [*message.get("headers", ()), told]}
            await send(message)

        await self._app(scope, receive, send_timed)


def main() -> None:
    """Serve until there is no more input."""
    path, workers = Path(sys.argv[1]), int(sys.argv[2])
    place = socket.create_server(("127.0.0.1", 0), backlog=64)
    print(place.getsockname()[1], flush=True)
    pids = [_fork(path, place) for _ in range(workers)]
    sys.stdin.read()
    for pid in pids:
        os.kill(pid, signal.SIGTERM)
    for pid in pids:
        os.waitpid(pid, 0)


def _fork(path: Path, place: socket.socket) -> int:
    pid = os.fork()
    if pid:
        return pid
    config = uvicorn.Config(Timed(create_room(path)), log_level="warning", lifespan="off", ws="none")
    uvicorn.Server(config).run(sockets=[place])
    os._exit(0)


if __name__ == "__main__":
    main()
