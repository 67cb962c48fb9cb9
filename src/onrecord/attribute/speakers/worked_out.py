"""What tells whether who was worked out for a pronoun or a description is the right one.

Four families of sources, told apart by the letter that their features open with: "p", he or she; "t", it or they, said of
a body; "m", a description that the report has told of the chain where it names it ("the minister" after "Ana Velik, the
minister"), or whose noun stands in its name; "u", any other description. The features of a family:

    gap.0 … gap.3       sentences since the chain was last mentioned or spoke (3: or more)
    block.0 … block.2   paragraphs since then (2: or more)
    named.0 …           paragraphs since it was last named (0, 1, 2 for two or three, 4 for more)
    ahead               it is mentioned only further on
    last …              who spoke last: the chain, another who may be meant (.other), one who may not (.unfit)
    spoke               it has spoken before
    since, since.last   others with a name, mentioned since, who may be meant (up to 3); the last one mentioned may be
    nameless            the same of others without a name (up to 2)
    here, before        others with a name who may be meant, in the paragraph so far and in the one before (up to 3)
    nearest             of all who may be meant it was mentioned last
    only                nobody else with a name who may be meant was mentioned before
    subject …           subject of the sentence before: the chain, another who may be meant (.other), the same pronoun
                        (.same), he for she (.unlike); so for the sentence so far (clause …)
    inside              the source stands in what somebody is reported to say
    opens, lead         it opens its paragraph; it stands in the first two paragraphs

Of every family: "rule.…", the rule of the draft; "asked", "question", whoever is asked is not who says it; "adds", he or she
goes on; and what
`portrayed` tells.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from onrecord.attribute.descriptions.described import role_words
from onrecord.attribute.descriptions.introduced import find_aged, find_told_body
from onrecord.attribute.descriptions.partisans import is_partisan
from onrecord.attribute.pronouns.disjoint import goes_on
from onrecord.attribute.speakers.portrayed import (
    ALIKE,
    BODY_PRONOUNS,
    describe_agreement,
    describe_name,
    told_roles,
)
from onrecord.model.annotation import Kind
from onrecord.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from onrecord.attribute.frame.drafts import Draft
    from onrecord.attribute.stage.cast import Cast
    from onrecord.model.annotation import Chain, Mention

_WORD: Final = re.compile(r"\w+")
_AGED: Final = re.compile(r"\bthe\s+\d{1,3}[- ]year[- ]old\b", re.IGNORECASE)
_BACK: Final = 300
"""Mentions looked back at most."""
_OPENING: Final = 40
"""Characters from the start of a paragraph in which its first source stands."""
_PEOPLE: Final = frozenset({Kind.PERSON, Kind.UNKNOWN})
_SUBJECTS: Final = frozenset({"nsubj", "nsubjpass"})
_ASKING: Final = frozenset(["ask", "challenge", "invite", "press", "push", "question", "remind", "urge"])
_RULES: Final = frozenset(
    ["direct.before", "direct.behind", "indirect.aside", "indirect.clause", "indirect.infinitive"]
)


def is_judged(cast: Cast, draft: Draft, chain_id: str) -> bool:
    """Tell whether a chain has a name that its source does not bear, and nothing said of it settles who is meant.

    Judged are neither "the residents" nor "Mr Roe"; nor "the 19-year-old" (or "he" behind it) after "Owen Pell, 19", "the
    charity" after "the charity Warm Roofs", and "the Republican".
    """
    chain, source, view = cast.chains[chain_id], draft.source, cast.view
    if source is None or chain.name is None or chain.kind is Kind.GROUP:
        return False
    phrase = source.span.of(view.text)
    names = {word for name in chain.names for word in _WORD.findall(name) if word[:1].isupper()}
    if not names.isdisjoint(_WORD.findall(phrase)) or is_partisan(phrase):
        return False
    called = find_told_body(view.text, phrase, cast.chains.values()) == chain_id
    return not called and not _is_aged(cast, source.heads[0], source.span.end, chain_id)


def _is_aged(cast: Cast, head: int, end: int, chain_id: str) -> bool:
    """Tell whether the paragraph last calls somebody by the age that the report tells of a chain."""
    text, persons = (
        cast.view.text,
        [one for one in cast.chains.values() if one.kind is Kind.PERSON and one.name],
    )
    start = cast.view.report.blocks[cast.view.block_of(head)].span.start
    last = [Span(*found.span()) for found in _AGED.finditer(text, start, max(start, end))][-1:]
    return bool(last) and find_aged(text, last[0], persons) == chain_id


def describe(cast: Cast, draft: Draft, chain_id: str) -> dict[str, float]:
    """Return the features of a draft whose source, without a name, was worked out to be a chain; zeros are left out."""
    place = _Place.of(cast, draft, cast.chains[chain_id])
    told = {
        f"{place.family}.{name}": value
        for name, value in (place.since() | place.around() | place.met()).items()
    }
    told[f"kind.{place.family}"] = 1.0
    told |= place.cued()
    told |= describe_name(cast, place.chain, place.word)
    told |= describe_agreement(cast, draft, place.chain)
    return {name: float(value) for name, value in told.items() if value}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """A source, and the mentions before it."""

    cast: Cast
    draft: Draft
    chain: Chain
    head: int
    start: int
    word: str
    phrase: str
    family: str
    block: int
    """Place of its paragraph among those that are read for speech."""
    before: list[tuple[Mention, str]]
    last: int | None
    """Where the chain was last mentioned or spoke."""

    @classmethod
    def of(cls, cast: Cast, draft: Draft, chain: Chain) -> _Place:
        """Gather what the features of one draft have in common."""
        source = draft.source
        if source is None:
            raise ValueError("a draft without a source has nobody worked out")
        view, span, head = cast.view, source.span, source.heads[0]
        stop = bisect_left(cast.mentions, span.start, key=lambda pair: pair[0].span.start)
        before = [
            pair for pair in cast.mentions[max(0, stop - _BACK) : stop] if not pair[0].span.overlaps(span)
        ]
        own = [mention.span.start for mention, one in before if one == chain.id]
        spoke = cast.stage.last_spoke(chain.id, span.start)
        phrase = span.of(view.text)
        return cls(
            cast=cast,
            draft=draft,
            chain=chain,
            head=head,
            start=span.start,
            word=view.lower(head),
            phrase=phrase,
            family=_family(view.lower(head), phrase, chain, span),
            block=bisect_left(view.spoken, view.block_of(head)),
            before=before,
            last=max([*own, *([] if spoke is None else [spoke])], default=None),
        )

    def may_be(self, chain_id: str) -> bool:
        """Tell whether another chain may be meant by the source, by kind and sex."""
        other = self.cast.chains.get(chain_id)
        if other is None or chain_id == self.chain.id:
            return False
        if self.family in "pt":
            return self.cast.agreement.may_be(other, self.word)
        if self.chain.kind is Kind.BODY:
            return other.kind is Kind.BODY
        return other.kind in _PEOPLE and self.cast.agreement.is_called(other, self.phrase)

    def _others(self, span: Span, *, named: bool = True) -> set[str]:
        return {
            one
            for mention, one in self.before
            if mention.span.start in span
            and self.may_be(one)
            and (self.cast.chains[one].name is not None) is named
        }

    def _block_at(self, position: int) -> int:
        view = self.cast.view
        return bisect_left(view.spoken, view.block_of(view.syntax.at(position)))

    def since(self) -> dict[str, float]:
        """Tell how long ago the chain was there, and who has come since."""
        if self.last is None:
            return {"ahead": 1}
        syntax = self.cast.view.syntax
        sentences = syntax.sentence_of[self.head] - syntax.sentence_of[syntax.at(self.last)]
        told: dict[str, float] = {
            f"gap.{min(max(sentences, 0), 3)}": 1,
            f"block.{min(max(self.block - self._block_at(self.last), 0), 2)}": 1,
        }
        own = [mention.span.start for mention, one in self.before if one == self.chain.id and mention.name]
        if own:
            blocks = max(self.block - self._block_at(max(own)), 0)
            told[f"named.{min(blocks, 2) if blocks < 4 else 4}"] = 1  # noqa: PLR2004
        after = Span(self.last + 1, max(self.start, self.last + 1))
        others = [one for mention, one in self.before if mention.span.start in after and one != self.chain.id]
        told["since"] = min(len(self._others(after)), 3)
        told["nameless"] = min(len(self._others(after, named=False)), 2)
        told["since.last"] = bool(others) and self.may_be(others[-1])
        return told

    def around(self) -> dict[str, float]:
        """Tell who else may be meant, and where the source stands."""
        view, stage = self.cast.view, self.cast.stage
        blocks = [view.report.blocks[index].span.start for index in view.spoken]
        start = blocks[self.block] if self.block < len(blocks) else self.start
        above = blocks[self.block - 1] if 0 < self.block < len(blocks) else start
        fitting = [one for _, one in self.before if one == self.chain.id or self.may_be(one)]
        last = stage.last_speaker(self.start)
        told: dict[str, float] = {
            "spoke": stage.last_spoke(self.chain.id, self.start) is not None,
            "here": min(len(self._others(Span(min(start, self.start), self.start))), 3),
            "before": min(len(self._others(Span(above, start))), 3),
            "nearest": fitting[-1:] == [self.chain.id],
            "only": not any(one != self.chain.id and self.cast.chains[one].name for one in fitting),
            "inside": stage.is_inside(self.start),
            "opens": self.start - start < _OPENING,
            "lead": self.block <= 1,
        }
        if last is not None:
            other = "last.other" if self.may_be(last) else "last.unfit"
            told["last" if last == self.chain.id else other] = 1
        return told

    def met(self) -> dict[str, float]:
        """Tell who is the subject of the sentence before, and of the sentence so far."""
        told: dict[str, float] = {}
        sentence = self.cast.view.syntax.sentence_of[self.head]
        for name, number in (("subject", sentence - 1), ("clause", sentence)):
            chains, words = self._subjects(number)
            told[name] = self.chain.id in chains
            told[f"{name}.other"] = any(map(self.may_be, chains))
            told[f"{name}.same"] = self.family in "pt" and self.word in words
            told[f"{name}.unlike"] = self.family == "p" and bool(words & ({"he", "she"} - {self.word}))
        return told

    def _subjects(self, number: int) -> tuple[set[str], set[str]]:
        """Return the chains that are subjects of a sentence before the source, and the words of all other subjects."""
        view = self.cast.view
        tokens = view.annotations.sentences[number].tokens if number >= 0 else range(0)
        chains, words = set[str](), set[str]()
        for token in tokens:
            if token >= self.head:
                break
            if view.syntax.tokens[token].dep not in _SUBJECTS or view.is_quoted(token):
                continue
            meant = _chain_over(self.before, view.syntax.tokens[token].span)
            if meant is None:
                words.add(view.lower(token))
            else:
                chains.add(meant)
        return chains, words

    def cued(self) -> dict[str, float]:
        """Tell what the cue is: "Pressed by Roe on whether it held, she …" says nothing of hers."""
        view, rule, verb = self.cast.view, self.draft.rule, self.draft.verb
        kind = "tagger" if rule.startswith("tagger") else rule if rule in _RULES else "other"
        sentence = view.annotations.sentences[view.syntax.sentence_of[self.head]].span.of(view.text)
        told: dict[str, float] = {f"rule.{kind}": 1}
        told["adds"] = self.word in ALIKE and goes_on(view, self.head)
        told["question"] = sentence.rstrip().endswith("?") and not view.is_quoted(self.head)
        if verb is not None:
            token = view.syntax.tokens[verb]
            agent = view.syntax.tokens[self.head].dep == "pobj"
            told["asked"] = token.tag == "VBN" and token.lemma in _ASKING and not agent
        return told


def _family(word: str, phrase: str, chain: Chain, span: Span) -> str:
    if word in ALIKE:
        return "p"
    if word in BODY_PRONOUNS:
        return "t"
    told = role_words(phrase) & told_roles(chain, but=span)
    named = (
        phrase.casefold().split()[-1:]
        and phrase.casefold().split()[-1] in (chain.name or "").casefold().split()
    )
    return "m" if told or named else "u"


def _chain_over(mentions: Iterable[tuple[Mention, str]], span: Span) -> str | None:
    """Return the chain of the mention that stands over `span`."""
    return next((one for mention, one in mentions if mention.span.overlaps(span)), None)
