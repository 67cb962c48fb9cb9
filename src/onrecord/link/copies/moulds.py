"""Texts that were poured into one mould: the same sentences of other people and places, and no copies of each other.

"A 34-year-old man was arrested in Halden on Monday after a car was driven into a shop window" and the same sentence of a woman in
Oxley: a police desk writes so, and a bank that raises its rate, and a council that shuts its schools.
"""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from onrecord.link.events.likeness import name_others
from onrecord.text.tokens import find_words

if TYPE_CHECKING:
    from onrecord.link.copies.copies import Copy
    from onrecord.link.events.outline import Outline
    from onrecord.model.span import Span


def are_of_one_mould(copy: Copy, first: str, second: str, outlines: tuple[Outline, Outline]) -> bool:
    """Tell whether two reports that share text name nobody whom the other names, and have other names at places of that text.

    A passage that is pasted into news of other people is the same in both, names and all.

    Args:
        copy: the passages that both have.
        first: the text of the first report.
        second: that of the second.
        outlines: of both.
    """
    return name_others(*outlines) and any(
        _has_other_names(ours, first, theirs, second) for ours, theirs in copy.passages
    )


def _has_other_names(ours: Span, first: str, theirs: Span, second: str) -> bool:
    """Tell whether a capitalised word of one side of a passage is another on the other side."""
    here = [first[word.start : word.end] for word in find_words(first, *ours)]
    there = [second[word.start : word.end] for word in find_words(second, *theirs)]
    return any(
        tag == "replace" and _is_named(here[start:stop]) and _is_named(there[begin:end])
        for tag, start, stop, begin, end in SequenceMatcher(None, here, there, autojunk=False).get_opcodes()
    )


def _is_named(words: list[str]) -> bool:
    return any(word[:1].isupper() for word in words)
