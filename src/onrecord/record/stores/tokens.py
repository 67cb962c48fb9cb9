"""The words of a text as FTS5 tells them apart and folds them: its own tokenizer is asked, in memory.

So that a store with another kind of index finds the same rows by the same words, to the last accent of the last script.
"""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from onrecord.record.stores.sqlite_words import TOKENS

if TYPE_CHECKING:
    from collections.abc import Sequence

_SURROGATE = re.compile("[\ud800-\udfff]")


def tokens_of(texts: Sequence[str]) -> list[list[str]]:
    """Return the tokens of each of `texts`, in their order.

    >>> tokens_of(["No-fly “Zone”", "Érnest's"])
    [['no', 'fly', 'zone'], ['ernest', 's']]
    """
    found: list[list[str]] = [[] for _ in texts]
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as memory:
        memory.execute(f"CREATE VIRTUAL TABLE words USING fts5(text, content='', tokenize='{TOKENS}')")
        memory.execute("CREATE VIRTUAL TABLE places USING fts5vocab(words, instance)")
        rows = ((number, _SURROGATE.sub("\ufffd", text)) for number, text in enumerate(texts))
        memory.executemany("INSERT INTO words(rowid, text) VALUES (?, ?)", rows)
        places = sorted(memory.execute("SELECT doc, offset, term FROM places"))
    for number, several in groupby(places, key=itemgetter(0)):
        found[number] = [term for _, _, term in several]
    return found
