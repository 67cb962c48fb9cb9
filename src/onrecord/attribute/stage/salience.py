"""Who a pronoun may go on with: the persons and bodies a report has just put on stage.

The rule: whoever spoke last, or was the subject of a sentence since then. A caption puts nobody on
stage, and a headline only before the body has. Names inside quotations, or inside what somebody was reported to say, are talked about, not on stage: in "Harrow said Velik would resign. He added …", he is
Harrow.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from onrecord.model.report import Zone

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.attribute.frame.drafts import Draft
    from onrecord.attribute.frame.view import View
    from onrecord.model.annotation import Mention

_SUBJECTS: Final = frozenset({"nsubj", "nsubjpass"})
_FARTHEST: Final = 5_000
"""Characters looked back at most: a page may be one paragraph of any length."""
_BLOCKS_BACK: Final = 3
_MAIN: Final = frozenset({"ROOT", "conj"})
_MODIFYING: Final = frozenset({"pcomp", "relcl", "acl", "advcl", "csubj"})
_ASIDE: Final = frozenset({"advcl"})
_ENTERING: Final = _MAIN | _ASIDE
_LOOKED_AT: Final = frozenset({Zone.BODY, Zone.SIGNATURE})


@dataclass(frozen=True, slots=True)
class Entrance:
    """A moment at which somebody takes the stage: by speaking, or (weaker) as somebody a sentence is about.

    `aside` says that it is the subject of a subordinate clause: "Harrow left when Velik came."
    """

    start: int
    chain_id: str
    spoken: bool
    aside: bool = False


class Stage:
    """Who has been on stage so far in one report."""

    def __init__(self, view: View, drafts: Sequence[Draft]) -> None:
        self._view = view
        self._inside = sorted((span.start, span.end) for draft in drafts for span in draft.content)
        self._starts = [start for start, _ in self._inside]
        self._reach: list[int] = []
        furthest = 0
        for _, end in self._inside:
            furthest = max(furthest, end)
            self._reach.append(furthest)
        self._entrances: list[Entrance] = []

    def is_talked_about(self, mention: Mention) -> bool:
        """Tell whether a mention stands inside what somebody said."""
        return self.is_inside(mention.span.start)

    def is_inside(self, position: int) -> bool:
        """Tell whether a character stands inside what somebody said."""
        index = bisect_left(self._starts, position + 1) - 1
        return index >= 0 and self._reach[index] > position

    def speaks(self, position: int, chain_id: str, *, aside: bool = False) -> None:
        """Remember that a chain spoke at `position`; `aside` as in `Entrance`."""
        self._entrances.append(Entrance(position, chain_id, spoken=True, aside=aside))

    def last_speaker(self, position: int) -> str | None:
        """Return who spoke last before `position`."""
        last = self.last_entrance(position)
        return None if last is None else last.chain_id

    def last_entrance(self, position: int) -> Entrance | None:
        """Return where somebody spoke last before `position`."""
        spoken = [entrance for entrance in self._entrances if entrance.start < position]
        return max(spoken, key=lambda entrance: entrance.start, default=None)

    def last_spoke(self, chain_id: str, position: int) -> int | None:
        """Return where a chain spoke last before `position`."""
        spoken = [one.start for one in self._entrances if one.chain_id == chain_id and one.start < position]
        return max(spoken, default=None)

    def speakers_before(self, position: int) -> frozenset[str]:
        """Return everybody who spoke before `position`."""
        return frozenset(entrance.chain_id for entrance in self._entrances if entrance.start < position)

    def entrances_before(
        self, position: int, mentions: Sequence[tuple[Mention, str]], *, back: int = _BLOCKS_BACK
    ) -> list[Entrance]:
        """Return the entrances of the last `back` paragraphs (that of `position` is one), the latest first."""
        view = self._view
        block = view.block_of(view.syntax.at(position))
        recent = [index for index in view.spoken if index <= block][-back:]
        floor = max(view.report.blocks[recent[0]].span.start if recent else 0, position - _FARTHEST)
        subjects = [
            Entrance(mention.span.start, chain_id, spoken=False, aside=clause in _ASIDE)
            for mention, chain_id in mentions[_from(mentions, floor) : _from(mentions, position)]
            if not self.is_talked_about(mention) and (clause := self._clause_of(mention)) in _ENTERING
        ]
        spoken = [entrance for entrance in self._entrances if floor <= entrance.start < position]
        found = [*subjects, *spoken]
        told = [entrance for entrance in found if self._zone(entrance) in _LOOKED_AT]
        if view.report.blocks[block].zone in _LOOKED_AT and told:
            found = told
        return sorted(found, key=self._rank)

    def _zone(self, entrance: Entrance) -> Zone:
        return self._view.report.blocks[self._view.block_of(self._view.syntax.at(entrance.start))].zone

    def _rank(self, entrance: Entrance) -> tuple[int, bool, int, bool]:
        """Put the latest sentence first, and in it the main clause: "Harrow left when Velik came. He …"."""
        sentence = self._view.syntax.sentence_of[self._view.syntax.at(entrance.start)]
        return (-sentence, entrance.aside, -entrance.start, not entrance.spoken)

    def _clause_of(self, mention: Mention) -> str:
        """Return the label of the clause that a mention is the subject of; an empty string where it is of none."""
        syntax = self._view.syntax
        for token in syntax.within(mention.span):
            if syntax.tokens[token].dep == "appos":  # "Their mother, Edna Harrow, wept."
                token = syntax.tokens[token].head  # noqa: PLW2901
            if syntax.tokens[token].dep in _SUBJECTS and not self._view.is_quoted(token):
                verb = syntax.tokens[token].head
                if self.is_aside(verb):
                    return "advcl"
                return "ROOT" if stands_first(self._view, verb) else syntax.tokens[verb].dep
        return "ROOT" if self._opens(mention) else ""

    def is_aside(self, verb: int) -> bool:
        """Tell whether a verb stands in a clause that only modifies: "met him over what the menu calls soup"."""
        syntax = self._view.syntax
        asked = any(
            syntax.tokens[child].tag in {"WP", "WDT"} and child < verb for child in syntax.children[verb]
        )
        return syntax.tokens[verb].dep in _MODIFYING or asked

    def _opens(self, mention: Mention) -> bool:
        """Tell whether a named mention opens its sentence as its subject, though the parser found no verb for it.

        "The head of the league, Ana Velik, called on Roe to go.": parsed as a noun phrase with a participle.
        """
        syntax = self._view.syntax
        first = syntax.at(mention.span.start)
        sentence = self._view.sentence_tokens(first)
        if mention.name is None or any(syntax.is_word(token) for token in range(sentence.start, first)):
            return False
        tokens = syntax.within(mention.span)
        after = tokens[-1] + 1 if tokens else first
        rooted = any(syntax.tokens[token].dep == "ROOT" for token in tokens)
        return rooted and after < sentence.stop and not self._view.is_quoted(first)


def stands_first(view: View, verb: int) -> bool:
    """Tell whether a clause stands before the one that the parser hangs it on, as before a semicolon or an aside.

    "The judge, Ana Velik, has disowned it; she testified …": parsed as what she testified.
    """
    return view.syntax.tokens[verb].dep == "ccomp" and view.syntax.tokens[verb].head > verb


def _from(mentions: Sequence[tuple[Mention, str]], position: int) -> int:
    """Return the place of the first mention at or behind `position`."""
    return bisect_left(mentions, position, key=lambda pair: pair[0].span.start)
