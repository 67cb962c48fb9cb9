"""Words put before a name that say nothing of an office: "Mr", "Dame", "Dr"."""

from __future__ import annotations

_HONORIFICS_WORDS = """
    mr mrs ms miss mx dr prof sir dame lord lady madam madame monsieur mme mlle herr frau señor señora signor signora rev hon shri smt sheikh sri don doña
    """
HONORIFICS = frozenset(_HONORIFICS_WORDS.split())
"""Honorifics in lower case, without a full stop."""

POSTNOMINALS = frozenset(
    ("qc", "kc", "sc", "mp", "mep", "mla", "msp", "obe", "cbe", "mbe", "phd", "md", "esq", "frs", "dds")
)
"""Letters after a name, in lower case, without full stops."""


def is_honorific(word: str) -> bool:
    """Tell whether `word` is an honorific, with or without its full stop.

    >>> is_honorific("Mrs.")
    True
    """
    return word.casefold().rstrip(".") in HONORIFICS
