"""Speech that the page's layout credits: a pull quote above the lines that sign it, a headline "Harrow: the tide …".

The rule: the paragraph right above a block of zone signature, with no cue in it, is what the signed person said.
A headline or transcript line that opens with a name and a colon gives what that name said.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from onrecord.attribute.clauses import trimmed
from onrecord.attribute.drafts import Draft, Source
from onrecord.model.annotation import Kind
from onrecord.model.attribution import Level, Manner
from onrecord.model.report import Zone

if TYPE_CHECKING:
    from onrecord.attribute.view import View

_NAME_LONGEST: Final = 8
_SPEAKING: Final = frozenset({Kind.PERSON, Kind.BODY, Kind.GROUP})


def find_signed(view: View) -> list[Draft]:
    """Return pull quotes that the next lines sign."""
    found: list[Draft] = []
    blocks = view.report.blocks
    for index in range(len(blocks) - 1):
        if blocks[index].zone is not Zone.BODY or blocks[index + 1].zone is not Zone.SIGNATURE:
            continue
        inside = view.syntax.within(blocks[index].span)
        signature = view.syntax.within(blocks[index + 1].span)
        content = trimmed(view, list(inside), after=-1)
        heads = [token for token in signature if view.syntax.is_word(token)]
        if content and heads:
            found.append(
                Draft(
                    content=(view.syntax.span(content[0], content[-1]),),
                    rule="unmarked.signed",
                    source=Source(view.syntax.span(heads[0], heads[-1]), (heads[-1],)),
                    manner=None if view.quotations_in(index) else Manner.UNMARKED,
                )
            )
    return found


def find_labelled(view: View) -> list[Draft]:
    """Return headlines and lines that open with a name and a colon."""
    found: list[Draft] = []
    mentions = [mention for mention in view.annotations.mentions if mention.kind in _SPEAKING]
    for index in view.spoken:
        block = view.report.blocks[index]
        tokens = view.syntax.within(block.span)
        colon = next(
            (token for token in tokens[:_NAME_LONGEST] if view.syntax.tokens[token].text == ":"), None
        )
        if colon is None or colon == tokens.start or view.is_quoted(colon):
            continue
        label = view.syntax.span(tokens.start, colon - 1)
        named = [mention for mention in mentions if mention.span.overlaps(label) and mention.span in label]
        if not named or len(label) > 2 * max(len(mention.span) for mention in named):
            continue
        content = trimmed(view, list(range(colon + 1, tokens.stop)), after=colon)
        if not any(view.syntax.tokens[token].pos in {"VERB", "AUX"} for token in content):
            continue
        headline = block.zone in {Zone.HEADLINE, Zone.SUBHEADING}
        found.append(
            Draft(
                content=(view.syntax.span(content[0], content[-1]),),
                rule="layout.label",
                cue=view.syntax.span(colon, colon),
                source=Source(label, (colon - 1,)),
                manner=None if headline or view.quotations_in(index) else Manner.UNMARKED,
                level=Level.LIKELY if headline else Level.POSSIBLE,
            )
        )
    return found
