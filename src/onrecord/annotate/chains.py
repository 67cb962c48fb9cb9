"""Which mentions of one report stand for the same person, body or group."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from onrecord.model import ids
from onrecord.model.annotation import Chain, Kind

if TYPE_CHECKING:
    from onrecord.model.annotation import Mention, Sentence, Token
    from onrecord.model.report import Report


def group_chains(
    report: Report,
    mentions: tuple[Mention, ...],
    tokens: tuple[Token, ...],  # noqa: ARG001 - part of the stage's agreed form
    sentences: tuple[Sentence, ...],  # noqa: ARG001
) -> tuple[Chain, ...]:
    """Return the chains of `report`, sorted by their first mention; every mention is in one."""
    full = defaultdict[str, set[str]](set)
    for mention in mentions:
        if mention.name and mention.kind is Kind.PERSON and " " in mention.name:
            full[mention.name.split()[-1].casefold()].add(mention.name.casefold())
    groups = defaultdict[str, list["Mention"]](list)
    for mention in mentions:
        key = _key(mention, full)
        groups[key].append(mention)
    return tuple(
        sorted(
            (_chain(report.id, group) for group in groups.values()), key=lambda chain: chain.mentions[0].span
        )
    )


def _key(mention: Mention, full: dict[str, set[str]]) -> str:
    if mention.name is None:
        phrase = (mention.role or "").casefold().replace("-", " ")
        return f"role {mention.kind} {phrase}"
    name = mention.name.casefold()
    if mention.kind is Kind.PERSON and " " not in name and len(full.get(name, ())) == 1:
        return "name " + next(iter(full[name]))
    return "name " + name


def _chain(report_id: str, mentions: list[Mention]) -> Chain:
    names = Counter(mention.name for mention in mentions if mention.name)
    fullest = max(names, key=lambda name: (len(name.split()), names[name], name), default=None)
    kinds = Counter(mention.kind for mention in mentions)
    return Chain(
        id=ids.chain_id(report_id, mentions[0].span),
        report_id=report_id,
        kind=max(sorted(kinds), key=lambda kind: kinds[kind]),
        name=fullest,
        names=tuple(sorted(names)),
        roles=tuple(sorted({mention.role for mention in mentions if mention.role})),
        mentions=tuple(mentions),
    )
