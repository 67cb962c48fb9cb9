"""Who is known well enough to be named as a speaker.

A record names people and what they are called; whoever a report only describes, or calls by a surname that several in it
bear, is unknown: the phrase still stands as the source of the words. "Unknown speaker" is a good answer, a wrong name the
worst one.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from onrecord.lexicon.roles import is_body_noun
from onrecord.model.annotation import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from onrecord.model.annotation import Chain

_NAMED = frozenset({Kind.PERSON, Kind.UNKNOWN})
"""Kinds that only a name makes known."""
_HEAD = re.compile(r",| (?:of|in|for|from|at|on|to) ")
"""What parts the head of a description from what belongs to it: "minute | in the hand of Lord Pell"."""


def is_known(chains: Sequence[Chain], bearers: Mapping[tuple[str, str], int]) -> bool:
    """Tell whether the chains of one entity say who is meant, `bearers` being what `count_bearers` returns.

    "The next witness said" names nobody, and nor does "Pell said" where Ada Pell and Owen Pell both speak. "The crews"
    and "the Union" are who they are.
    """
    if not all(chain.kind in _NAMED for chain in chains):
        return True
    names = [(chain.report_id, chain.name) for chain in chains if chain.name]
    if names:
        return any(
            " " in name or bearers.get((report_id, _surname(name)), 0) <= 1 for report_id, name in names
        )
    heads = [_HEAD.split(role.strip())[0] for chain in chains for role in chain.roles]
    return all(chain.kind is Kind.UNKNOWN for chain in chains) and any(
        is_body_noun(head.split()[-1].lower()) or not head.islower() for head in heads if head.split()
    )


def count_bearers(members: Mapping[str, Sequence[Chain]]) -> dict[tuple[str, str], int]:
    """Return how many persons with a full name bear a surname in one report: `members` are the chains of each."""
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for root, chains in members.items():
        for chain in chains:
            if chain.kind is Kind.PERSON and chain.name and " " in chain.name:
                found[chain.report_id, _surname(chain.name)].add(root)
    return {key: len(roots) for key, roots in found.items()}


def _surname(name: str) -> str:
    return name.rsplit(maxsplit=1)[-1].casefold()
