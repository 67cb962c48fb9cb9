"""A PostgreSQL server of the tests' own: started in a folder that goes with it, reached by a socket there, and told not to care for power cuts."""

from __future__ import annotations

import os
import pwd
import re
import shutil
import subprocess
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from collections.abc import Generator

PROGRAMS = ("initdb", "pg_ctl", "createdb", "psql")
USER = "onrecord"
ICU_SINCE = 15
"""The version of the server whose databases may follow ICU."""
_QUICK = (
    "-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c autovacuum=off -c shared_buffers=32MB "
    "-c listen_addresses='' -c max_connections=40"
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
    environment = {"PATH": f"{programs}:/usr/bin:/bin", "HOME": str(folder), "LC_ALL": "C.UTF-8", "TZ": "UTC"}

    def run(*command: str) -> None:
        with (folder / "said.txt").open("ab") as said:
            done = subprocess.run(
                [str(programs / command[0]), *command[1:]],
                check=False,
                cwd=folder,
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=said,
                stderr=subprocess.STDOUT,
                user=whose and whose[0],
                group=whose and whose[1],
                extra_groups=whose and [],
            )
        if done.returncode:
            told = (folder / "said.txt").read_text(encoding="utf-8", errors="replace")
            raise RuntimeError(f"{command[0]} failed: {told}")

    data = str(folder / "data")
    try:
        run(
            "initdb",
            "-D",
            data,
            "-U",
            USER,
            "-A",
            "trust",
            "-E",
            "UTF8",
            "--no-sync",
            "--locale=C.UTF-8",
            *_english(programs),
        )
        run(
            "pg_ctl",
            "-D",
            data,
            "-w",
            "-s",
            "-l",
            str(folder / "log.txt"),
            "-o",
            f"{_QUICK} -k {folder}",
            "start",
        )
        run("createdb", "-h", str(folder), "-U", USER, "news")
        yield f"postgresql://{USER}@/news?host={quote(str(folder), safe='')}"
    finally:
        if (folder / "data" / "postmaster.pid").exists():
            run("pg_ctl", "-D", data, "-w", "-s", "-m", "immediate", "stop")
        shutil.rmtree(folder, ignore_errors=True)
