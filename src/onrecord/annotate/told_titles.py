"""What the words at a name tell of its bearer among namesakes: "Mr Roe" from "Mrs Roe", "the elder Roe" from the younger."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.model.annotation import Mention

_OF_WOMEN = frozenset({"mrs", "ms", "miss"})
_OF_MEN = frozenset({"mr"})
_ELDER = re.compile(r"\bthe\s+(elder|younger|older)\s+(?:(?:Mr|Mrs|Ms|Miss)\.?\s+)?$", re.IGNORECASE)
_THE_ELDER = re.compile(r",?\s+(?:the\s+(elder|younger)|senior|junior|snr|jnr)\b", re.IGNORECASE)
_SPOKEN_OF = re.compile(
    r"\s+(?:said|says|added|insisted|admitted|conceded|recalled|explained|argued|claimed|believed|warned|promised)"
    r"(?:\s+(?:on\s+\w+day|yesterday|today))?(?:\s+that)?\s+(she|he)\b"
)
_NEAR = 20
"""Characters beside a name in which its generation is told."""


def tell_generation(text: str, mention: Mention) -> str:
    """Return what tells a bearer of a name from a relative: "Roe the elder", "the younger Roe"."""
    around = _ELDER.search(text[max(0, mention.span.start - _NEAR) : mention.span.start])
    around = around or _THE_ELDER.match(text[mention.span.end : mention.span.end + _NEAR])
    return around[0].casefold().strip(" ,") if around else ""


def tell_gender(text: str, mention: Mention) -> str:
    """Tell "Mr Roe" ("man") from "Mrs Roe" ("woman"); an empty string where no title tells."""
    words = {word.strip(".,") for word in mention.span.of(text).casefold().split()}
    return "woman" if words & _OF_WOMEN else "man" if words & _OF_MEN else ""


def tell_pronoun(text: str, mention: Mention) -> str:
    """Tell "Roe said she would stay" ("woman") from "Roe said he would" ("man"); an empty string where neither is said.

    Who speaks mostly speaks of herself; of two Roes, he who is no "she" is not to be taken for her.
    """
    found = _SPOKEN_OF.match(text, mention.span.end)
    return "" if found is None else "woman" if found[1] == "she" else "man"
