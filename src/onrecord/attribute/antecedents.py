"""Which chain a source phrase stands for: a name, a description, a group, a pronoun.

The rule, from sure to unsure: the chain of the mention that holds the phrase's head; for a pronoun the last speaker
of the paragraph or of the one before, unless the sentence before was about another person; for a description ("the
secretary general of the bloc") the one named chain of the report whose role it repeats. A description that fits
nobody gets a chain of its own, without a name: another report may tell who that is. Whoever cannot be told apart
stays unknown: a wrong name is the worst an attribution can carry.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from onrecord.model import ids
from onrecord.model.annotation import Chain, Kind, Mention

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.attribute.drafts import Draft, Source
    from onrecord.attribute.view import View
    from onrecord.model.span import Span

_PERSON_PRONOUNS: Final = frozenset({"he", "she", "him", "her", "his"})
_GROUP_PRONOUNS: Final = frozenset({"they", "them", "their", "it", "its"})
_SMALL: Final = frozenset(
    [
        "the",
        "a",
        "an",
        "of",
        "and",
        "for",
        "to",
        "in",
        "on",
        "at",
        "its",
        "his",
        "her",
        "their",
        "former",
        "ex",
        "then",
        "new",
        "current",
        "acting",
    ]
)
_DETERMINERS: Final = (
    "the ",
    "a ",
    "an ",
    "some ",
    "these ",
    "those ",
    "this ",
    "that ",
    "its ",
    "his ",
    "her ",
    "their ",
)
_FEMALE: Final = frozenset(
    [
        "mrs",
        "ms",
        "miss",
        "madam",
        "lady",
        "queen",
        "princess",
        "spokeswoman",
        "chairwoman",
        "congresswoman",
        "businesswoman",
        "councilwoman",
        "baroness",
        "duchess",
        "actress",
        "mother",
        "widow",
        "sister",
        "daughter",
    ]
)
_MALE: Final = frozenset(
    [
        "mr",
        "sir",
        "lord",
        "king",
        "prince",
        "spokesman",
        "chairman",
        "congressman",
        "businessman",
        "councilman",
        "baron",
        "duke",
        "actor",
        "father",
        "widower",
        "brother",
        "son",
    ]
)
_THINGS: Final = frozenset(
    [
        "statement",
        "report",
        "poll",
        "survey",
        "study",
        "letter",
        "article",
        "story",
        "email",
        "post",
        "tweet",
        "book",
        "bill",
        "resolution",
        "document",
        "memo",
        "ad",
        "video",
        "measure",
        "law",
        "rule",
        "lawsuit",
        "complaint",
        "filing",
        "order",
        "ruling",
        "headline",
        "figure",
        "number",
        "datum",
        "record",
        "message",
        "note",
        "sign",
        "banner",
        "plan",
        "proposal",
        "result",
        "research",
        "analysis",
        "release",
        "page",
        "website",
        "site",
        "paper",
        "text",
        "script",
        "transcript",
        "idea",
        "fact",
        "question",
        "answer",
        "it",
        "that",
        "this",
        "which",
        "what",
        "one",
    ]
)


class Speakers:
    """Resolves sources to chains, draft by draft in text order, and keeps the chains that this makes."""

    def __init__(self, view: View) -> None:
        self._view = view
        self.chains: dict[str, Chain] = {chain.id: chain for chain in view.annotations.chains}
        self._mentions: list[tuple[Mention, str]] = sorted(
            ((mention, chain.id) for chain in view.annotations.chains for mention in chain.mentions),
            key=lambda pair: pair[0].span,
        )
        self._spoken: list[tuple[int, str]] = []

    def resolve(self, draft: Draft) -> tuple[str, ...]:
        """Return the ids of the chains that `draft` is credited to, and remember them as the last speakers."""
        if draft.source is None:
            return ()
        found: list[str] = []
        for head in draft.source.heads:
            chain_id = self._resolve_head(draft.source, head, draft)
            if chain_id is not None and chain_id not in found:
                found.append(chain_id)
        if len(found) == 1:
            self._spoken.append((draft.source.span.start, found[0]))
        return tuple(found)

    def _resolve_head(self, source: Source, head: int, draft: Draft) -> str | None:
        token = self._view.syntax.tokens[head]
        word = token.text.lower()
        if word in _PERSON_PRONOUNS:
            return self._of_person_pronoun(head, word)
        if word in _GROUP_PRONOUNS:
            return self._of_group_pronoun(head, word)
        mention, chain_id = self._mention_at(token.span, source)
        if mention is None or chain_id is None:
            return (
                None
                if token.lemma in _THINGS or token.pos not in {"NOUN", "PROPN"}
                else self._new_chain(source, head)
            )
        if mention.name is None and self.chains[chain_id].name is None:
            named = self._holder(mention, chain_id, source)
            if named is not None:
                self._join(named, mention, chain_id)
                return named
        return chain_id

    def _mention_at(self, span: Span, source: Source) -> tuple[Mention | None, str | None]:
        """Return the mention that holds the head of a source phrase, else one person named inside the phrase."""
        for mention, chain_id in self._mentions:
            if mention.span.overlaps(span):
                return mention, self._current(chain_id)
        return None, None

    def _current(self, chain_id: str) -> str:
        return chain_id

    def _of_person_pronoun(self, head: int, word: str) -> str | None:
        """Return the person that "he" or "she" goes on with."""
        view = self._view
        position = view.syntax.tokens[head].span.start
        block = view.block_of(head)
        candidates = self._persons_before(position, block)
        fitting = [chain_id for chain_id in candidates if self._fits(chain_id, word)]
        if not fitting:
            return None
        spoken = [chain_id for start, chain_id in self._spoken if start < position and chain_id in fitting]
        subject = self._subject_before(position, block, fitting)
        if subject is not None:
            return subject
        if spoken:
            return spoken[-1]
        return fitting[-1] if len(set(fitting)) == 1 else None

    def _persons_before(self, position: int, block: int) -> list[str]:
        """Return the chains of persons mentioned in this paragraph and the two before it, the latest last."""
        blocks = self._view.report.blocks
        first = max(0, block - 2)
        floor = blocks[first].span.start
        return [
            chain_id
            for mention, chain_id in self._mentions
            if floor <= mention.span.start < position and self.chains[chain_id].kind is Kind.PERSON
        ]

    def _fits(self, chain_id: str, word: str) -> bool:
        """Tell whether titles and trades of a person allow the pronoun."""
        chain = self.chains[chain_id]
        said = " ".join(
            [*chain.roles, *(mention.span.of(self._view.text) for mention in chain.mentions)]
        ).lower()
        words = {part.strip(".,") for part in said.split()}
        female, male = bool(words & _FEMALE), bool(words & _MALE)
        if word in {"she", "her"}:
            return not male or female
        return not female or male

    def _subject_before(self, position: int, block: int, fitting: Sequence[str]) -> str | None:
        """Return the person that the last clauses before `position` have as their subject."""
        view = self._view
        for mention, chain_id in reversed(self._mentions):
            if mention.span.start >= position or chain_id not in fitting:
                continue
            head = view.syntax.within(mention.span)
            if any(
                view.syntax.tokens[token].dep in {"nsubj", "nsubjpass"} and not view.is_quoted(token)
                for token in head
            ):
                spoken = [(start, speaker) for start, speaker in self._spoken if start < position]
                if spoken and spoken[-1][0] > mention.span.start and spoken[-1][1] in fitting:
                    return spoken[-1][1]
                return chain_id
        return None

    def _of_group_pronoun(self, head: int, word: str) -> str | None:
        """Return the last speaker when it is a body or a group and "they" or "it" may go on with it."""
        position = self._view.syntax.tokens[head].span.start
        for start, chain_id in reversed(self._spoken):
            if start < position:
                kind = self.chains[chain_id].kind
                wanted = {Kind.BODY, Kind.GROUP} if word in {"they", "them", "their"} else {Kind.BODY}
                return chain_id if kind in wanted else None
        return None

    def _holder(self, mention: Mention, chain_id: str, source: Source) -> str | None:
        """Return the named person that a description repeats or plainly goes on with."""
        if mention.kind is not Kind.PERSON:
            return None
        wanted = _role_words(mention.role or mention.span.of(self._view.text))
        named = [chain for chain in self.chains.values() if chain.name and chain.kind is Kind.PERSON]
        matching = [
            chain
            for chain in named
            if any(_same_role(wanted, _role_words(role)) for role in chain.roles)
            and chain.mentions[0].span < mention.span
        ]
        if len(matching) == 1:
            return matching[0].id
        if matching or not mention.span.of(self._view.text).lower().startswith("the "):
            return None
        before = {speaker for start, speaker in self._spoken if start < source.span.start}
        persons = {speaker for speaker in before if self.chains[speaker].kind is Kind.PERSON}
        if len(persons) == 1 and self._spoken and self._spoken[-1][1] in persons:
            only = self.chains[next(iter(persons))]
            return only.id if only.name else None
        return None

    def _join(self, named: str, mention: Mention, chain_id: str) -> None:
        """Move the mention of a description into the chain of the person it stands for."""
        chain = self.chains[named]
        roles = tuple(sorted({*chain.roles, *([mention.role] if mention.role else [])}))
        mentions = tuple(sorted({*chain.mentions, mention}, key=lambda one: one.span))
        self.chains[named] = replace(chain, mentions=mentions, roles=roles)
        left = self.chains[chain_id]
        rest = tuple(other for other in left.mentions if other != mention)
        if rest:
            self.chains[chain_id] = replace(left, mentions=rest)
        else:
            del self.chains[chain_id]
        self._mentions = [(one, named if one == mention else owner) for one, owner in self._mentions]

    def _new_chain(self, source: Source, head: int) -> str:
        """Return a chain for a source that nobody has marked as a mention: "residents", "the crews"."""
        view = self._view
        phrase = " ".join(source.span.of(view.text).split())
        while phrase.lower().startswith(_DETERMINERS):
            phrase = phrase.split(" ", 1)[1]
        plural = view.syntax.tokens[head].tag in {"NNS", "NNPS"}
        kind = Kind.GROUP if plural else Kind.UNKNOWN
        mention = Mention(
            span=source.span, kind=kind, name=phrase if plural else None, role=None if plural else phrase
        )
        chain_id = ids.chain_id(view.report.id, source.span)
        if chain_id not in self.chains:
            self.chains[chain_id] = Chain(
                id=chain_id,
                report_id=view.report.id,
                kind=kind,
                name=mention.name,
                names=(phrase,) if plural else (),
                roles=() if plural else (phrase,),
                mentions=(mention,),
            )
            self._mentions = sorted([*self._mentions, (mention, chain_id)], key=lambda pair: pair[0].span)
        return chain_id


def _role_words(role: str) -> frozenset[str]:
    return frozenset(
        word for word in role.lower().replace("-", " ").replace(",", " ").split() if word not in _SMALL
    )


def _same_role(wanted: frozenset[str], held: frozenset[str]) -> bool:
    """Tell whether a description repeats a role: all words of one stand in the other, or two of them do."""
    if not wanted or not held:
        return False
    shared = wanted & held
    return shared == wanted or shared == held or len(shared) >= 2  # noqa: PLR2004 - "secretary general"
