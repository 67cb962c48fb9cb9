"""Whom a label or a cut word calls, where no mention tells: "HARROW: …", "CALLER: …", "the co-operative"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.model.annotation import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from onrecord.model.annotation import Chain
    from onrecord.model.span import Span


def find_by_last_name(chains: Mapping[str, Chain], name: str) -> str | None:
    """Return the one person of that last name, for labels in capitals: "HARROW: The tide is out."."""
    found = [
        chain.id
        for chain in chains.values()
        if chain.name and chain.kind is Kind.PERSON and chain.name.lower().split()[-1:] == [name]
    ]
    return found[0] if len(found) == 1 else None


def find_bearers(chains: Iterable[Chain]) -> dict[str, list[Chain]]:
    """Return the persons that a report names in full, by their last names."""
    found: dict[str, list[Chain]] = {}
    for chain in chains:
        if chain.kind is Kind.PERSON and chain.name and " " in chain.name:
            found.setdefault(chain.name.split()[-1], []).append(chain)
    return found


def is_borne_by_several(chains: Iterable[Chain], name: str) -> bool:
    """Tell whether a name is a bare surname that the report gives to two people: which is only a good guess."""
    bearers = find_bearers(chains).get(name, ()) if " " not in name else ()
    return len({bearer.name.split()[0] for bearer in bearers if bearer.name}) > 1


def find_by_part(chains: Mapping[str, Chain], word: str) -> str | None:
    """Return who is called by the noun of a label in capitals: "CALLER: …" and "The caller was Ana Velik"."""
    found = {
        chain.id
        for chain in chains.values()
        if chain.kind is Kind.PERSON and any(role.casefold() == word for role in chain.roles)
    }
    return next(iter(found)) if len(found) == 1 else None


def find_by_noun(chains: Mapping[str, Chain], text: str, span: Span) -> str | None:
    """Return the one body whose name ends with a hyphened noun that the parser cut: "the co-operative"."""
    end = next((place for place in range(span.end, len(text)) if text[place] in " \t\r\n,.;:"), len(text))
    words = text[span.start : end].lower().split()
    if len(words) != 2 or words[0] != "the" or "-" not in words[1]:  # noqa: PLR2004 - "the" and the noun
        return None
    found = [
        chain.id
        for chain in chains.values()
        if chain.kind is Kind.BODY and chain.name and chain.name.lower().split()[-1] == words[1]
    ]
    return found[0] if len(found) == 1 else None
