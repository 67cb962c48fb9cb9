"""Speech that the page's layout credits: a pull quote above the lines that sign it, a headline "Harrow: the tide …".

The rule: the paragraph right above a block of zone signature, with no cue in it, is what the signed person said.
A headline or transcript line that opens with a name and a colon gives what that name said.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from onrecord.attribute.clauses import trimmed
from onrecord.attribute.drafts import Draft, Source
from onrecord.attribute.turns import is_letter
from onrecord.model.annotation import Kind
from onrecord.model.attribution import Level, Manner
from onrecord.model.report import Zone
from onrecord.model.span import Span

if TYPE_CHECKING:
    from onrecord.attribute.view import View

_NAME_LONGEST: Final = 8
_SIGNATURE_LONGEST: Final = 14
_SHOUTED: Final = 3
_DASHES: Final = frozenset("—–―-")
_STOPS: Final = frozenset('.!?:;“”"')
_SPEAKING: Final = frozenset({Kind.PERSON, Kind.BODY, Kind.GROUP})


def find_signed(view: View) -> list[Draft]:
    """Return pull quotes that the next lines sign."""
    found: list[Draft] = []
    blocks = view.report.blocks
    for index in range(len(blocks) - 1):
        if blocks[index].zone is not Zone.BODY or blocks[index + 1].zone is not Zone.SIGNATURE:
            continue
        if blocks[index + 1].span.of(view.text).rstrip().endswith(":"):  # it opens what follows
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


def find_dashed(view: View) -> list[Draft]:
    """Return quotations that a dash and a name sign: “The tide is out.” — Ana Harrow, pilot."""
    found: list[Draft] = []
    for quotation in view.quotations:
        block = view.report.blocks[quotation.block]
        behind = view.text[quotation.outer.end : block.span.end]
        sign = behind.lstrip()
        if not sign or sign[0] not in _DASHES or any(char in _STOPS for char in sign[:-1].rstrip(".")):
            continue
        inside = view.syntax.within(Span(block.span.end - len(sign) + 1, block.span.end))
        words = [token for token in inside if view.syntax.is_word(token)]
        if not words or len(words) > _SIGNATURE_LONGEST or view.named_at(words[0]) is None:
            continue
        found.append(
            Draft(
                content=(quotation.inside,),
                rule="layout.dash",
                source=Source(view.syntax.span(words[0], words[-1]), (words[0],)),
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
        if is_letter(label.of(view.text)):
            continue
        named = [mention for mention in mentions if mention.span.overlaps(label) and mention.span in label]
        shouted = label.of(view.text).isupper() and colon - tokens.start <= _SHOUTED
        if not shouted and (not named or len(label) > 2 * max(len(mention.span) for mention in named)):
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
