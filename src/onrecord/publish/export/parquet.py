"""One table of a record as a Parquet file, for Arrow, pandas, polars, DuckDB and the like.

The file holds no clock: the same record gives the same bytes, by one version of pyarrow, whose name stands in it.
"""

from __future__ import annotations

import io
from importlib import import_module
from typing import TYPE_CHECKING

from onrecord.publish.export.narrowing import narrowed
from onrecord.record.tables import table_of

if TYPE_CHECKING:
    from onrecord.model.contents import Contents
    from onrecord.publish.export.chosen import Chosen


def write_parquet(contents: Contents, choice: Chosen) -> bytes:
    """Return the table that `choice` names, of what it is of; reports with full texts only when asked for.

    Raises:
        RecordError: when there is no such table, or pyarrow is not installed.
    """
    table = table_of(narrowed(contents, choice), choice.table, texts=choice.texts)
    sink = io.BytesIO()
    import_module("pyarrow.parquet").write_table(table, sink, compression="zstd")
    return sink.getvalue()
