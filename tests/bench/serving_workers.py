"""The reading room for a load, put together as `onrecord serve` does: each answer with the time it took at the server.

python -m bench.serving_workers FILE.db WORKERS; prints the port, and ends when it is told to (SIGTERM).
"""

import sys
import time
from collections.abc import MutableMapping
from pathlib import Path
from typing import Any

import uvicorn

from onrecord.publish.cli.serve import listening
from onrecord.publish.room.ahead import make_ready, stay_ahead
from onrecord.publish.room.app import create_room
from onrecord.publish.room.sharing import Shared
from onrecord.publish.room.shelf import Shelf
from onrecord.publish.room.workers import serve_together


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
    """Serve."""
    path, workers = Path(sys.argv[1]), int(sys.argv[2])
    place = Shared.of(listening("127.0.0.1", 0), workers)
    print(place.getsockname()[1], flush=True)
    shelf = Shelf(path)
    config = uvicorn.Config(Timed(create_room(path, shelf=shelf)), log_level="warning", lifespan="off")
    if workers > 1:
        make_ready()
        shelf.read_ahead()

    def answer(worker: int) -> None:
        place.become(worker)
        stay_ahead(shelf)
        uvicorn.Server(config).run(sockets=[place])

    serve_together(answer, workers)


if __name__ == "__main__":
    main()
