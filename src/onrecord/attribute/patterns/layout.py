"""Speech that the page's layout credits: a pull quote above the lines that sign it, a headline "Harrow: the tide …".

The rule: the paragraph right above a block of zone signature, with no cue in it, is what the signed person said.
A headline or transcript line that opens with a name and a colon gives what that name said.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from onrecord.attribute.bounds.clauses import trimmed
from onrecord.attribute.frame.drafts import Draft, Source
from onrecord.attribute.patterns.turns import is_letter
from onrecord.lexicon.outlets import STAMP_WORDS
from onrecord.model.annotation import Kind
from onrecord.model.attribution import Level, Manner
from onrecord.model.report import Zone
from onrecord.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from onrecord.attribute.frame.view import Quotation, View
    from onrecord.model.annotation import Mention

_NAME_LONGEST: Final = 8
_SIGNATURE_LONGEST: Final = 14
_SHOUTED: Final = 3
_OPENED: Final = re.compile(r"(?P<name>[A-Z][\w.’'&-]*(?: [A-Z][\w.’'&-]*){0,2}): \S")
"""A paragraph's opening that may be the name of who takes a turn."""
_HANDLED: Final = re.compile(r"\s\(?@\w+\)?$")
"""The handle at the end of who posts: "Ana Velik, pilot @AnaV: …"."""
_TRANSCRIPT: Final = 2
"""Labelled lines of the body from which a line without a verb is a turn as well."""
_NAMING_BACK: Final = (["that", "was"], ["this", "was"], ["so", "said"], ["thus", "spoke"])
_NAMED_BACK: Final = 2
"""Words before the name in such a line."""
_FEWEST_NAMED_AFTER: Final = 4
_DASHES: Final = frozenset("—–―-")
_ABOUT: Final = frozenset({"about", "after", "at", "in", "on", "to"})
"""Words behind a name in a headline's label that tell what it speaks of: "Harrow on tides: …"."""
_STOPS: Final = frozenset('.!?:;“”"')
_MAIL_HEADER: Final = re.compile(
    r"(?:Subject|From|To|Cc|Date|Sent|Reply-To|Message-ID|MIME-Version|Received|Return-Path|Content-[A-Z][\w-]+|X-[A-Z][\w-]+):\s"
)
"""What a line of a mail's head opens with, where one stands in a text: nobody speaks there."""
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
    """Return quotations that a dash and a name sign: “The tide is out.” — Ana Harrow, pilot.

    Those that the next paragraph signs are among them.
    """
    found: list[Draft] = find_named_after(view)
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
        if quotation.inside.of(view.text).lstrip()[:1].islower() and _is_led(view, quotation):
            continue
        found.append(
            Draft(
                content=(quotation.inside,),
                rule="layout.dash",
                source=Source(view.syntax.span(words[0], words[-1]), (words[0],)),
            )
        )
    return found


def _is_led(view: View, quotation: Quotation) -> bool:
    """Tell whether words of a sentence lead up to a quotation, which the name behind it has only written down.

    Rajan insisted that his party was “still the first”. – Kim Harrow
    """
    start = view.report.blocks[quotation.block].span.start
    return view.text[start : quotation.outer.start].rstrip()[-1:].isalpha()


def find_named_after(view: View) -> list[Draft]:
    """Return quotations alone in their paragraph whose speaker the next one names: “…” / "That was Ana Harrow, a pilot."."""
    found: list[Draft] = []
    blocks = view.report.blocks
    for quotation in view.quotations:
        following = quotation.block + 1
        alone = quotation.outer == blocks[quotation.block].span and quotation.words >= _FEWEST_NAMED_AFTER
        if not alone or following not in view.spoken:
            continue
        behind = view.syntax.within(blocks[following].span)
        if [view.lower(token) for token in behind[:2]] not in _NAMING_BACK or len(behind) <= _NAMED_BACK:
            continue
        mention = view.named_at(behind[_NAMED_BACK])
        if mention is not None:
            heads = (view.syntax.within(mention.span)[-1],)
            found.append(
                Draft(
                    content=(quotation.inside,), rule="layout.named-after", source=Source(mention.span, heads)
                )
            )
    return found


def find_labelled(view: View) -> list[Draft]:
    """Return headlines and lines that open with a name and a colon.

    In a transcript, where several lines do, an answer may be a word without a verb ("HARROW: Never."), and a page may
    set its mark before the name (“Harrow: We closed it.”).
    """
    found: list[Draft] = []
    verbless: list[Draft] = []
    mentions = [mention for mention in view.annotations.mentions if mention.kind in _SPEAKING]
    turned = _turned(view)
    for index in view.spoken:
        if _MAIL_HEADER.match(view.text, view.report.blocks[index].span.start):
            continue
        label = _label(view, index, mentions, turned)
        draft = _labelled(view, index, label) if label is not None else None
        if draft is None:
            continue
        speaks = any(
            view.syntax.tokens[token].pos in {"VERB", "AUX"} for token in view.syntax.within(draft.content[0])
        )
        (found if speaks else verbless).append(draft)
    lines = [draft for draft in found if not view.is_headline(view.syntax.at(draft.start))]
    if len(lines) >= _TRANSCRIPT:
        body = [draft for draft in verbless if not view.is_headline(view.syntax.at(draft.start))]
        found = sorted([*found, *body], key=lambda draft: draft.start)
    return found


def _turned(view: View) -> frozenset[str]:
    """Return the names by which paragraphs of the body open more than once, as turns do: "Ana: …", "Ilir: …", "Ana: …"."""
    opened = Counter(
        match["name"]
        for index in view.spoken
        if view.report.blocks[index].zone is Zone.BODY
        and (match := _OPENED.match(view.text, view.report.blocks[index].span.start))
    )
    often = {name for name, count in opened.items() if count >= _TRANSCRIPT}
    return frozenset(often if len(often) >= _TRANSCRIPT else ())


def _label(view: View, index: int, mentions: Sequence[Mention], turned: Container[str]) -> range | None:
    """Return the tokens of the name that a block opens with before a colon; those in `turned` need no other sign."""
    block = view.report.blocks[index]
    tokens = view.syntax.within(block.span)
    colon = next((token for token in tokens[:_NAME_LONGEST] if view.syntax.tokens[token].text == ":"), None)
    first = next((token for token in tokens if not view.syntax.is_mark(token)), None)
    if colon is None or first is None or colon <= first:
        return None
    quotation = view.quotation_at(colon)
    if quotation is not None and quotation.outer.start != block.span.start:
        return None
    label = view.syntax.span(first, colon - 1)
    before = view.syntax.tokens[colon - 1]
    words = label.of(view.text)
    if is_letter(words) or _is_stamp(words) or (before.tag in {"VBD", "VBZ"} and before.text.islower()):
        return None  # "Ana Velik, 51, fumed: …" tells who says it by a verb
    named = [mention for mention in mentions if mention.span.overlaps(label) and mention.span in label]
    if label.of(view.text) in turned or _is_post(view, label, named):
        return range(first, colon)
    shouted = label.of(view.text).isupper() and colon - first <= _SHOUTED
    if shouted and view.text[view.syntax.tokens[colon].span.end :].lstrip()[:1].islower():
        return None  # "CANDLE POWER: a family plays cards" is a caption
    if not shouted and (not named or len(label) > 2 * max(len(mention.span) for mention in named)):
        return None
    if named and view.is_headline(colon) and _is_topic(view, label, named):
        return None
    return range(first, colon)


def _is_stamp(label: str) -> bool:
    """Tell whether a label is what a desk stamps on a headline: "LIVE: Storm hits the coast"."""
    return label.isupper() and all(word in STAMP_WORDS for word in label.casefold().split())


def _is_post(view: View, label: Span, named: Sequence[Mention]) -> bool:
    """Tell whether a label is the name and the handle of who posts: "Ana Velik, pilot @AnaV: …"."""
    opens = any(mention.span.start == label.start and mention.name for mention in named)
    return opens and _HANDLED.search(label.of(view.text)) is not None


def _is_topic(view: View, label: Span, named: Sequence[Mention]) -> bool:
    """Tell whether a headline's label is what it is about: "Elm votes: the count", or "Rowing: …" of nobody in the report."""
    last = max(mention.span.end for mention in named)
    behind = view.text[last : label.end].split()
    body = view.text[view.report.blocks[view.block_of(view.syntax.at(label.start))].span.end :]
    unknown = bool(body.strip()) and not any(
        word in body for mention in named for word in mention.span.of(view.text).split()
    )
    return unknown or (
        bool(behind)
        and all(word.isalpha() and word.islower() for word in behind[:1])
        and behind[0] not in _ABOUT
    )


def _head_of(view: View, label: range) -> int:
    """Return the word that stands for who speaks: the last one, or before a handle the last one of the name."""
    named = view.named_at(label.start)
    handled = _HANDLED.search(view.syntax.span(label.start, label.stop - 1).of(view.text))
    return label.stop - 1 if handled is None or named is None else view.syntax.at(named.span.end - 1)


def _labelled(view: View, index: int, label: range) -> Draft | None:
    """Return what stands behind the label of a block: to its end, or to the mark that closes words and name."""
    block = view.report.blocks[index]
    quotation = view.quotation_at(label.stop)
    stop = quotation.tokens.stop if quotation is not None else view.syntax.within(block.span).stop
    content = trimmed(view, list(range(label.stop + 1, stop)), after=label.stop)
    if not content:
        return None
    headline = block.zone in {Zone.HEADLINE, Zone.SUBHEADING}
    manner = None if headline or view.quotations_in(index) else Manner.UNMARKED
    return Draft(
        content=(view.syntax.span(content[0], content[-1]),),
        rule="layout.label",
        cue=view.syntax.span(label.stop, label.stop),
        source=Source(view.syntax.span(label.start, label.stop - 1), (_head_of(view, label),)),
        manner=manner if quotation is None else Manner.DIRECT,
        level=Level.LIKELY if headline else Level.POSSIBLE,
    )
