"""A record opened as a whole, or only down to a level."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from onrecord.model.attribution import Level

if TYPE_CHECKING:
    from collections.abc import Generator

    from onrecord.record import Record


@contextmanager
def open_limited(file: str | Path, level: Level) -> Generator[Record]:
    """Open the record `file` with only what is read at `level` or surer; the record itself is only read.

    Filters ask a database, so a limited record is one too: it is written to a folder that goes with it.

    Raises:
        RecordError: when nothing stands there, or what is no record, is cut short or is of a newer version.
    """
    from onrecord.record import open_record, write

    with open_record(file) as record, record.at_one_moment():
        if level is Level.POSSIBLE:
            yield record
            return
        from onrecord.publish.export.limits import at_least

        with TemporaryDirectory(prefix="onrecord-limited-") as folder:
            path = Path(folder) / "record.db"
            write(path, at_least(record.contents(), level))
            with open_record(path) as limited:
                yield limited
