"""Who goes on speaking under another description: "“We told him,” Roe said. The midfielder added …".

The rule: the named person who spoke last in the paragraph, where nobody else was named since. An office is one that the report has
told that person to hold, or none is told; and where a counterpart has just been named who holds it elsewhere, "the minister" is
either.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from onrecord.attribute.descriptions.described import AGENTS, OF_A_ROOM, OFFICES, repeats_role, role_words
from onrecord.attribute.descriptions.ties import is_epithet, is_tied, is_untold, may_be_lone
from onrecord.attribute.stage.adjoining import named_within
from onrecord.lexicon.descriptions import is_past
from onrecord.model.annotation import Kind
from onrecord.model.span import Span

if TYPE_CHECKING:
    from onrecord.attribute.frame.drafts import Source
    from onrecord.attribute.frame.view import View
    from onrecord.attribute.stage.cast import Cast
    from onrecord.model.annotation import Chain, Mention

_NEAR_BLOCKS: Final = 2
"""The paragraph of a description, and the one before."""


def opens_quoted(view: View, position: int) -> bool:
    """Tell whether the paragraph at `position` opens with a quotation: "“I counted,” the trainee said."."""
    block = view.report.blocks[view.block_of(view.syntax.at(position))].span
    return any(
        quotation.outer.start == block.start
        for quotation in view.quotations_over(Span(block.start, block.start + 1))
    )


class GoingOn:
    """Finds who goes on speaking in one report; `chains` and `mentions` may grow meanwhile."""

    def __init__(self, cast: Cast) -> None:
        self._view, self._stage, self._agreement = cast.view, cast.stage, cast.agreement
        self._chains, self._mentions = cast.chains, cast.mentions

    def find(self, source: Source, position: int) -> str | None:
        """Return who has just spoken, where a description goes on speaking: "“We told him,” Roe said. The midfielder added …".

        Whoever holds an office that the description does not tell of is somebody else.
        """
        phrase = source.span.of(self._view.text)
        last = self.last_here(position) or self._last_above(position, phrase) or self._alone_above(position)
        if last is None or not phrase.casefold().startswith("the ") or self._stage.is_inside(position):
            return None
        other = role_words(phrase) & (AGENTS | OF_A_ROOM) or not self._may_be(phrase, last, position)
        # "The minister added", where another minister has been named
        same = not other or self._repeats(phrase, last)
        return last.id if same and self._agreement.is_called(last, phrase) else None

    def _may_be(self, phrase: str, person: Chain, position: int) -> bool:
        """Tell whether nothing told of a person speaks against a description: a patient who has spoken is no surgeon."""
        text = self._view.text
        if is_epithet(phrase) or is_tied(text, phrase, person, before=position):
            return True
        return may_be_lone(phrase) and is_untold(text, person, before=position)

    def _repeats(self, phrase: str, person: Chain) -> bool:
        """Tell whether a description repeats an office that somebody is told to hold."""
        return any(repeats_role(phrase, role) and is_past(role) == is_past(phrase) for role in person.roles)

    def last_here(self, position: int) -> Chain | None:
        """Return the named person who spoke last in the paragraph, where nobody else was named since."""
        last = self._stage.last_entrance(position)
        start = self._view.report.blocks[self._view.block_of(self._view.syntax.at(position))].span.start
        chain = None if last is None or last.start < start else self._chains.get(last.chain_id)
        if last is None or chain is None or chain.kind is not Kind.PERSON or chain.name is None:
            return None
        others = named_within(self._view, self._stage, self._mentions, Span(last.start, position)) - {
            chain.id
        }
        return None if any(self._chains[one].kind is Kind.PERSON for one in others) else chain

    def _last_above(self, position: int, phrase: str) -> Chain | None:
        """Return who holds the office told and spoke last above a paragraph that opens with a quotation.

        "The fisheries minister, Ana Velik, said it was shut. / “I have the key,” the minister added."
        """
        block = self._view.block_of(self._view.syntax.at(position))
        above = [index for index in self._view.spoken if index < block][-1:]
        start = self._view.report.blocks[block].span.start
        if not above or not opens_quoted(self._view, position):
            return None
        last = self.last_here(self._view.report.blocks[above[0]].span.end - 1)
        named = named_within(self._view, self._stage, self._mentions, Span(start, position))
        apart = last is None or any(self._chains[one].kind is Kind.PERSON for one in named - {last.id})
        return None if apart or last is None or not self._repeats(phrase, last) else last

    def _alone_above(self, position: int) -> Chain | None:
        """Return who spoke last in the paragraph above one that begins at `position`, if it names nobody else.

        "The hull was left to Tom Roe. “It will take a week,” he said. / The specialist added that …"
        """
        view = self._view
        block = view.block_of(view.syntax.at(position))
        above = [index for index in view.spoken if index < block][-1:]
        if not above or view.report.blocks[block].span.start != position:
            return None
        span = view.report.blocks[above[0]].span
        last = self.last_here(span.end - 1)
        people = {
            one
            for one in named_within(view, self._stage, self._mentions, span)
            if self._chains[one].kind is Kind.PERSON
        }
        return last if last is not None and people <= {last.id} else None

    def is_shared(self, mention: Mention) -> bool:
        """Tell whether an office may be that of a counterpart just named: "her Danish counterpart, Per Roe … The minister denied"."""
        view = self._view
        phrase, block = mention.span.of(view.text), view.block_of(view.syntax.at(mention.span.start))
        near = [index for index in view.spoken if index <= block][-_NEAR_BLOCKS:]
        start = view.report.blocks[near[0]].span.start if near else mention.span.start
        if not phrase.casefold().startswith("the ") or not role_words(phrase) <= OFFICES:
            return False
        return any(
            "counterpart" in (one.role or "").casefold()
            for one, _ in self._mentions
            if one.name and start <= one.span.start < mention.span.start
        )
