"""What is left of a text or a page that was cut off on its way: whole characters, and whether there is anything to read."""

from __future__ import annotations

import codecs
import re
from typing import Final

from onrecord.text.encodings import UTF8, find_encoding

_UNSEEN: Final = re.compile(
    r"<!--.*?(?:-->|\Z)|<(head|script|style|template)\b.*?(?:</\1\s*>|\Z)", re.DOTALL | re.IGNORECASE
)
_TAG: Final = re.compile(r"<[^<>]*>?")
_WORD: Final = r"[^\W\d_]{1,40}"
_GAP: Final = r"[^\w\s]{0,3}\s\W{0,100}"
_RUNNING: Final = re.compile(
    rf"{_WORD}{_GAP}{_WORD}{_GAP}{_WORD}|[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]{{6}}"
)
"""Three words one after another, or letters of a script that sets no blanks between words."""


def hold_running_text(payload: bytes, *, markup: bool) -> bool:
    """Tell whether a fragment, of a page where it is `markup`, holds words of a text.

    >>> hold_running_text(b"<!DOCTYP", markup=True), hold_running_text(b"<p>The quay is clo", markup=True)
    (False, True)
    """
    text = payload.decode(find_encoding(payload), "replace")
    if markup:
        text = _TAG.sub(" ", _UNSEEN.sub(" ", text))
    return _RUNNING.search(text) is not None


def drop_cut_letter(payload: bytes) -> bytes:
    r"""Return `payload` without a letter of UTF-8 that lacks its end.

    >>> drop_cut_letter("The café".encode()[:-1])
    b'The caf'
    """
    decoder = codecs.getincrementaldecoder(UTF8)("ignore")
    decoder.decode(payload)
    whole = payload[: len(payload) - len(decoder.getstate()[0])]
    return whole if find_encoding(whole) == UTF8 else payload
