"""A PostgreSQL server of the tests' own: started in a folder that goes with it, reached by a socket there, and told not to care for power cuts."""

from __future__ import annotations

import os
import pwd
import re
import shutil
import signal
import subprocess
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from collections.abc import Generator

PROGRAMS = ("initdb", "postgres")
USER = "onrecord"
ICU_SINCE = 15
"""The version of the server whose databases may follow ICU."""
_QUICK = tuple(
    f"--{setting}"
    for setting in (
        "fsync=off",
        "synchronous_commit=off",
        "full_page_writes=off",
        "autovacuum=off",
        "shared_buffers=32MB",
        "max_connections=40",
        "listen_addresses=",
    )
)


def find_programs() -> Path | None:
    """Return the folder of the server's programs, of the newest version there is; None where there are none."""
    places = [Path(place).parent for place in [shutil.which("initdb")] if place]
    places += sorted(
        Path("/usr/lib/postgresql").glob("*/bin"), key=lambda place: place.parent.name.zfill(4), reverse=True
    )
    return next((place for place in places if all((place / name).exists() for name in PROGRAMS)), None)


def _unprivileged() -> tuple[int, int] | None:
    """Return the user and group to run a server as, which refuses to be root's; None where this process is not root's."""
    if os.geteuid() != 0:
        return None
    names = {entry.pw_name for entry in pwd.getpwall()}
    user = pwd.getpwnam("postgres" if "postgres" in names else "nobody")
    return user.pw_uid, user.pw_gid


def _english(programs: Path) -> tuple[str, ...]:
    """Return the options for a database that compares by the rules of English, where the server knows them by itself."""
    told = subprocess.run([str(programs / "initdb"), "--version"], capture_output=True, text=True, check=True)
    major = re.search(r"\d+", told.stdout)
    return ("--locale-provider=icu", "--icu-locale=en") if major and int(major[0]) >= ICU_SINCE else ()


@contextmanager
def served(programs: Path) -> Generator[str]:
    """Serve a database for as long as the context lasts, and yield the start of addresses in it (``…?host=…``).

    Its language is English by ICU's rules, so that whatever does not compare by code points is found out.
    """
    whose = _unprivileged()
    folder = Path(tempfile.mkdtemp(prefix="onrecord-pg-"))
    if whose:
        os.chown(folder, *whose)
    folder.chmod(0o755)
    said, data = folder / "said.txt", str(folder / "data")
    environment = {"PATH": f"{programs}:/usr/bin:/bin", "HOME": str(folder), "LC_ALL": "C.UTF-8", "TZ": "UTC"}

    def start(name: str, *options: str) -> subprocess.Popen[bytes]:
        with said.open("ab") as log:
            return subprocess.Popen(
                [str(programs / name), "-D", data, *options],
                cwd=folder,
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                user=whose and whose[0],
                group=whose and whose[1],
                extra_groups=whose and [],
            )

    server: subprocess.Popen[bytes] | None = None
    try:
        options = ("-U", USER, "-A", "trust", "-E", "UTF8", "--no-sync", "--locale=C.UTF-8")
        if start("initdb", *options, *_english(programs)).wait():
            raise RuntimeError(
                f"no database could be made: {said.read_text(encoding='utf-8', errors='replace')}"
            )
        server = start("postgres", *_QUICK, "-k", str(folder))
        where = f"?host={quote(str(folder), safe='')}"
        _create(f"postgresql://{USER}@/postgres{where}", said)
        yield f"postgresql://{USER}@/news{where}"
    finally:
        if server is not None:
            _stop(server)
        shutil.rmtree(folder, ignore_errors=True)


def _create(address: str, said: Path) -> None:
    """Create the database of the tests, as soon as the server at `address` answers."""
    import psycopg

    for _ in range(600):
        try:
            with psycopg.connect(address, autocommit=True) as connection:
                connection.execute("CREATE DATABASE news")
        except psycopg.OperationalError:
            time.sleep(0.1)
        else:
            return
    raise RuntimeError(f"the server does not answer: {said.read_text(encoding='utf-8', errors='replace')}")


def _stop(server: subprocess.Popen[bytes]) -> None:
    """End the server at once: nobody needs what it holds."""
    server.send_signal(signal.SIGQUIT)
    try:
        server.wait(timeout=10)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()
