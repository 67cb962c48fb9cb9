"""Bodies gone on with by a noun that nobody marks as one: "the unit", "the campaign", "the evening paper".

The rule: the one named body whose name ends with the noun ("the Road Safety Unit … the unit"). A newspaper's name seldom holds such a
noun, so that "the paper", "the tabloid" is the one that has just spoken, where nothing in its name says that it is something else.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from onrecord.attribute.descriptions.described import is_body
from onrecord.lexicon.roles import OUTLET_NOUNS, is_body_noun, is_person_role, singular
from onrecord.model.annotation import Kind

if TYPE_CHECKING:
    from onrecord.attribute.stage.cast import Cast
    from onrecord.model.annotation import Chain, Mention
    from onrecord.model.span import Span

_NEAR: Final = 2
"""Paragraphs in which a newspaper has spoken that "the paper" goes on with."""
_LONE: Final = re.compile(r"(?:the|this)\s+(?:same\s+)?(?P<noun>[a-z]+)", re.IGNORECASE)
_PAPER: Final = re.compile(
    r"(?:the|this)\s+(?:[a-z-]+\s+){0,2}?(?P<noun>broadsheet|daily|newspaper|paper|tabloid|weekly)",
    re.IGNORECASE,
)
_PLACED_WORDS: Final = "area building church city country county field hall house island line place river road state street town village"
_PLACED: Final = frozenset(_PLACED_WORDS.split())
"""Last words of names that a report says much of beside what a body says."""
_NO_PAPER: Final = frozenset(
    {
        "annals",
        "archive",
        "bulletin",
        "campaign",
        "conference",
        "journal",
        "letters",
        "office",
        "review",
        "team",
    }
)


class CalledBodies:
    """Finds the bodies of one report by such nouns; `chains` and `mentions` may grow meanwhile."""

    def __init__(self, cast: Cast) -> None:
        self._view, self._stage, self._chains = cast.view, cast.stage, cast.chains
        self._known: dict[tuple[str, int], list[tuple[int, str]]] = {}
        """The bodies that go by a noun, by the noun and how many chains there were."""

    def find(self, phrase: Span) -> str | None:
        """Return the named body that the source `phrase` goes on with, or None.

        "“It snores,” writes the Halden Echo. The paper adds that …": the Echo.
        """
        words = phrase.of(self._view.text)
        if (told := _PAPER.fullmatch(words)) is not None:
            return self._paper(phrase.start)
        told = _LONE.fullmatch(words)
        noun = "" if told is None else told["noun"].casefold()
        if not noun or noun in _PLACED or is_person_role(noun):
            return None
        found = {
            chain_id
            for start, chain_id in self._called_by(noun)
            if start < phrase.start and chain_id in self._chains
        }
        return found.pop() if len(found) == 1 else None

    def _called_by(self, noun: str) -> list[tuple[int, str]]:
        """Return the named bodies whose name ends with a noun, or stands right before it, and from where on.

        "the Road Safety Unit", "the Warm Roofs campaign"; none where the words of the report name two.
        """
        key = noun, len(self._chains)
        if key not in self._known:
            told = re.findall(rf"\b([A-Z][\w’'-]*)\s+{noun.capitalize()}\b", self._view.text)
            several = len({word for word in told if word not in {"The", "A"}}) > 1
            self._known[key] = (
                []
                if several
                else [
                    (mention.span.start, chain.id)
                    for chain in self._chains.values()
                    if chain.kind in {Kind.BODY, Kind.UNKNOWN} and chain.name
                    for mention in chain.mentions
                    if mention.name and self._ends_with(mention, noun)
                ]
            )
        return self._known[key]

    def _ends_with(self, mention: Mention, noun: str) -> bool:
        last = (mention.name or "").casefold().split()[1:][-1:]
        behind = self._view.text[mention.span.end : mention.span.end + len(noun) + 2].casefold()
        return last == [noun] or re.match(rf"\s{re.escape(noun)}\b", behind) is not None

    def _paper(self, position: int) -> str | None:
        """Return the newspaper that spoke last, in the paragraph of `position` or the one before."""
        last = self._stage.last_entrance(position)
        chain = None if last is None else self._chains.get(last.chain_id)
        if last is None or chain is None or self._stage.is_inside(position):
            return None
        view = self._view
        block = view.block_of(view.syntax.at(position))
        near = [index for index in view.spoken if index <= block][-_NEAR:]
        here = view.block_of(view.syntax.at(last.start)) in near
        return chain.id if here and _may_be_paper(chain) else None


def _may_be_paper(chain: Chain) -> bool:
    """Tell whether nothing in a body's name says that it is no newspaper."""
    if chain.name is None or not is_body(chain):
        return False
    words = {singular(word) for word in chain.name.casefold().split()} | set(chain.name.casefold().split())
    return bool(words & OUTLET_NOUNS) or not any(is_body_noun(word) or word in _NO_PAPER for word in words)
