"""Whether a person is a woman or a man, as far as titles and given names tell: "Mrs Velik" is no Tom Velik."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from onrecord.lexicon.given_names import is_womans_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from onrecord.link.names.chain_sets import ChainSets
    from onrecord.model.annotation import Chain

_TITLES: Final = {
    "mr": False,
    "mrs": True,
    "ms": True,
    "miss": True,
    "madam": True,
    "madame": True,
    "frau": True,
    "herr": False,
}


class Sexes:
    """What titles and given names tell of whether a person is a woman, looked up once for each chain."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._texts = texts
        self._told: dict[str, tuple[frozenset[bool], frozenset[bool]]] = {}

    def are_told_apart(self, sets: ChainSets, chain: Chain, holder: str) -> bool:
        """Tell whether titles and given names say that a bare surname is a woman's and the full name a man's, or the reverse."""
        ours = self.tell([chain])
        others = self.tell(sets.members(holder)) if ours else ours
        return bool(others) and ours.isdisjoint(others)

    def tell(self, chains: Iterable[Chain]) -> set[bool]:
        """Return what titles tell of a person; where there are none, what given names tell."""
        titled: set[bool] = set()
        given: set[bool] = set()
        for chain in chains:
            if chain.id not in self._told:
                self._told[chain.id] = self._read_titles(chain), _read_given(chain)
            titles, names = self._told[chain.id]
            titled |= titles
            given |= names
        return titled or given

    def _read_titles(self, chain: Chain) -> frozenset[bool]:
        text = self._texts.get(chain.report_id, "")
        words = (word for mention in chain.mentions for word in mention.span.of(text).split()) if text else ()
        return frozenset(_TITLES[key] for word in words if (key := word.casefold().rstrip(".")) in _TITLES)


def _read_given(chain: Chain) -> frozenset[bool]:
    told = (is_womans_name(name.split()[0]) for name in chain.names if " " in name)
    return frozenset(sex for sex in told if sex is not None)
