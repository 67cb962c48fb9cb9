"""Short names of the bodies that a report names at length: "Velm" for "Velm Optik", "the Courier" for "the Halden Courier".

Only a name that fits one body alone is taken for it. What a body noun ends opens with a place mostly: "Halden" is no
"Halden Council"; and a number behind a name tells what its bearer makes: "Velm" sells the "Velm R30".
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from onrecord.annotate.kinds import holds_body_noun
from onrecord.lexicon.places import is_place
from onrecord.lexicon.roles import FIRM_NOUNS, OUTLET_NOUNS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_FIRM_ENDS: Final = frozenset({"group", "company", "co", "corporation"})


def find_short_bodies(keys: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield each of `keys` that is short for just one other, with that one; keys are names in lower case.

    >>> list(find_short_bodies(["velm", "velm optik", "halden", "halden council"]))
    [('velm', 'velm optik')]
    >>> list(find_short_bodies(["ministry of roads and inland waters", "ministry of roads"]))
    [('ministry of roads', 'ministry of roads and inland waters')]
    """
    for short in keys:
        if short in OUTLET_NOUNS:
            ending = [key for key in keys if key.endswith(" " + short)]
            yield from ((short, key) for key in ending if len(ending) == 1)
            continue
        longer = [key for key in keys if key.startswith(short + " ")]
        if len(longer) == 1 and _is_short(short, longer[0]):
            yield short, longer[0]


def _is_short(short: str, longer: str) -> bool:
    rest = longer.removeprefix(short)
    if any(map(str.isdigit, rest)):
        return False
    if rest.startswith(" and ") and " of " in short:
        return True
    opens = " " not in short and not holds_body_noun(longer.title().split())
    return opens or _is_firm(short, rest.split())


def _is_firm(short: str, ends: Sequence[str]) -> bool:
    """Tell whether a name adds nothing to a shorter one but what firms end in: "Velm-Roe" of "Velm-Roe Group plc"."""
    return not is_place(short.title()) and all(word in FIRM_NOUNS or word in _FIRM_ENDS for word in ends)
