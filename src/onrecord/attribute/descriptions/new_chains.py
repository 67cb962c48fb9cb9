"""A chain for a source that nobody has marked as a mention: "residents", "the crews", "campaign group Roads for Halden"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.attribute.descriptions.described import bare_phrase
from onrecord.attribute.sources.joint import find_part
from onrecord.lexicon.phrase_names import read_body_name, read_phrase_name
from onrecord.lexicon.places import is_place
from onrecord.model import ids
from onrecord.model.annotation import Chain, Kind, Mention

if TYPE_CHECKING:
    from onrecord.attribute.frame.drafts import Source
    from onrecord.attribute.frame.view import View


def new_chain(view: View, source: Source, head: int) -> tuple[Mention, Chain]:
    """Return the mention that the part of `source` around `head` is, and a chain of nothing but it.

    Capitals of a whole phrase make no name: "DINNER LADY DOLLY LASHES OUT" names no Dinner Lady.
    """
    span = find_part(view, source, head)
    shouted = span.of(view.text).isupper()
    # Of words in capitals the parser knows no number: a shouted name is no group.
    plural = view.syntax.tokens[head].tag in {"NNS", "NNPS"} and not shouted
    phrase = bare_phrase(span.of(view.text))
    place = is_place(phrase)
    body = read_body_name(phrase)
    kind = Kind.PLACE if place else Kind.BODY if body else Kind.GROUP if plural else Kind.UNKNOWN
    name = (
        phrase
        if place
        else body or (None if plural or (shouted and " " in phrase) else read_phrase_name(phrase))
    )
    mention = Mention(span=span, kind=kind, name=name, role=None if name else phrase)
    chain = Chain(
        id=ids.chain_id(view.report.id, span),
        report_id=view.report.id,
        kind=kind,
        name=name,
        names=(name,) if name else (),
        roles=() if name else (phrase,),
        mentions=(mention,),
    )
    return mention, named_group(chain, phrase) if kind is Kind.GROUP else chain


def named_group(chain: Chain, phrase: str) -> Chain:
    """Return a group's chain with the phrase itself for its name: a group has no other."""
    name = bare_phrase(phrase)
    return replace(chain, name=name, names=tuple(sorted({*chain.names, name})))
