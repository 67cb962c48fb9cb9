"""Which languages the rules of this program can read."""

from __future__ import annotations


def is_english(tag: str) -> bool:
    """Tell whether a BCP 47 tag, or a name somebody wrote for one, says English.

    >>> is_english("en-GB"), is_english("English"), is_english("de")
    (True, True, False)
    """
    key = tag.strip().casefold().replace("_", "-")
    return key in {"eng", "english"} or key.partition("-")[0] == "en"
