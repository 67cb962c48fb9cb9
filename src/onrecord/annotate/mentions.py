"""Where a report names or describes persons, bodies, groups and places.

Names come from the parser's entity labels, repaired by rules: a small tagger calls a bare surname a body or a
place, so a name's kind is taken from the fullest form in the same report. Titles before a name ("Harbour Minister
Ana Velik") belong to the mention; role nouns with a determiner ("the harbour minister") are mentions with no name.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from onrecord.lexicon.honorifics import is_honorific
from onrecord.lexicon.places import is_place
from onrecord.lexicon.roles import is_body_noun, is_person_role, singular
from onrecord.model.annotation import Kind, Mention
from onrecord.model.span import Span

if TYPE_CHECKING:
    from onrecord.model.annotation import Sentence, Token
    from onrecord.model.report import Report

NAME_LABELS = {
    "PERSON": Kind.PERSON,
    "ORG": Kind.BODY,
    "GPE": Kind.PLACE,
    "LOC": Kind.PLACE,
    "FAC": Kind.PLACE,
    "NORP": Kind.GROUP,
}


def find_mentions(
    report: Report, tokens: tuple[Token, ...], sentences: tuple[Sentence, ...]
) -> tuple[Mention, ...]:
    """Return the mentions of `report`, sorted by span; no two overlap."""
    text = report.text
    runs = [run for sentence in sentences for run in _name_runs(text, tokens, sentence.tokens)]
    persons = Counter(tokens[run.stop - 1].text for run, kind in runs if kind is Kind.PERSON and len(run) > 1)
    taken: set[int] = set()
    mentions: list[Mention] = []
    for run, kind in runs:
        mention, used = _named(text, tokens, run, kind, persons)
        if taken.isdisjoint(used):
            taken.update(used)
            mentions.append(mention)
    for sentence in sentences:
        for mention, used in _described(text, tokens, sentence.tokens):
            if taken.isdisjoint(used):
                taken.update(used)
                mentions.append(mention)
    return tuple(sorted(mentions, key=lambda mention: mention.span))


def _name_runs(text: str, tokens: tuple[Token, ...], within: range) -> list[tuple[range, Kind]]:
    runs: list[tuple[range, Kind]] = []
    start = within.start
    while start < within.stop:
        label = tokens[start].entity
        end = start + 1
        if label in NAME_LABELS and tokens[start].text.strip():
            while (
                end < within.stop
                and tokens[end].entity == label
                and "\n" not in text[tokens[end - 1].span.end : tokens[end].span.start]
                and tokens[end].text.strip()
                and tokens[end].tag != "POS"
            ):
                end += 1
            first = start
            while first < end - 1 and (tokens[first].pos == "DET" or is_honorific(tokens[first].text)):
                first += 1
            if tokens[first].text[:1].isupper():
                runs.append((range(first, end), NAME_LABELS[label]))
        start = end
    return runs


def _named(
    text: str, tokens: tuple[Token, ...], run: range, kind: Kind, persons: Counter[str]
) -> tuple[Mention, range]:
    name = (
        text[tokens[run.start].span.start : tokens[run.stop - 1].span.end]
        .removesuffix("’s")
        .removesuffix("'s")
    )
    start = run.start
    if tokens[run.stop - 1].text in persons:
        kind = Kind.PERSON
    elif is_place(name):
        kind = Kind.PLACE
    roled = start > 0 and is_person_role(tokens[start - 1].text) and tokens[start - 1].entity == ""
    if roled or (start > 0 and is_honorific(tokens[start - 1].text)):
        start -= 1
        kind = Kind.PERSON
        while (
            start > 0 and tokens[start - 1].head in range(start - 1, run.stop) and _joins(text, tokens, start)
        ):
            start -= 1
    role = text[tokens[start].span.start : tokens[run.start].span.start].strip() if start < run.start else ""
    role = " ".join(word for word in role.split() if not is_honorific(word))
    span = Span(tokens[start].span.start, tokens[run.start].span.start + len(name))
    return Mention(span=span, kind=kind, name=name, role=role or None), range(start, run.stop)


def _joins(text: str, tokens: tuple[Token, ...], start: int) -> bool:
    before = tokens[start - 1]
    return (
        before.pos in {"PROPN", "NOUN", "ADJ", "DET", "PART", "PUNCT", "NUM"}
        and before.text not in {",", ":", ";", ".", "–", "—", "“", "”", '"', "‘", "’", "(", ")"}
        and "\n" not in text[before.span.end : tokens[start].span.start]
    )


def _described(text: str, tokens: tuple[Token, ...], within: range) -> list[tuple[Mention, range]]:
    found: list[tuple[Mention, range]] = []
    for index in within:
        token = tokens[index]
        if token.pos not in {"NOUN", "PROPN"}:
            continue
        word = singular(token.text)
        kind = Kind.PERSON if is_person_role(word) else Kind.BODY if is_body_noun(word) else None
        if kind is None:
            continue
        if kind is Kind.PERSON and token.tag in {"NNS", "NNPS"}:
            kind = Kind.GROUP
        start = index
        while (
            start > within.start
            and within.start <= tokens[start - 1].head <= index
            and _joins(text, tokens, start)
        ):
            start -= 1
        definite = tokens[start].pos in {"DET", "PRON"} or any(
            tokens[i].tag == "POS" for i in range(start, index)
        )
        if not definite and kind is not Kind.GROUP and not (kind is Kind.PERSON and start < index):
            continue
        end = index + 1
        if end + 1 < within.stop and tokens[end].text == "of" and tokens[end].head == index:
            end = 1 + max(
                (i for i in range(end, within.stop) if _hangs_on(tokens, i, end, within)), default=end - 1
            )
        span = Span(tokens[start].span.start, tokens[end - 1].span.end)
        if "\n" in span.of(text):
            continue
        first = start + 1 if tokens[start].pos in {"DET", "PRON"} and start < index else start
        role = text[tokens[first].span.start : span.end]
        found.append((Mention(span=span, kind=kind, role=role), range(start, end)))
    return found


def _hangs_on(tokens: tuple[Token, ...], index: int, root: int, within: range) -> bool:
    for _ in range(8):
        if index == root:
            return True
        if tokens[index].dep in {"relcl", "punct", "acl"} or tokens[index].head == index:
            return False
        index = tokens[index].head
        if index not in within:
            return False
    return False
