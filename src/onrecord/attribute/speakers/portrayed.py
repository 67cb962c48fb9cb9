"""How well a chain agrees with a pronoun or a description: its name, its sex, what it is told to be, and what else may be meant.

The features, of which those with two ends are told for and against:

    times, once       how often the report names the chain (in fours, up to two); only once
    name.person       share of the words of its names that the parser takes for a person's; name.unseen: none
    name.one, .upper  a name of one word; a name in capitals
    kind.odd          a person is wanted, and the chain is none; kind.body: a body is, and it is none
    sex.…             title and given name agree with he or she, or do not; nothing tells; the report's pronouns for and against
    person.noun       "a doctor", since the chain was last mentioned, who may be he or she; person.unmarked: a name nobody marked
    thing.subject     a thing that was the subject since and may be "it"; thing.in: "In its report it says"
    role.all          all words of a description are told of the chain; role.told: some role is; role.differs: another one is
    role.others       others of whom such a word is told (up to 3)
    noun.unlike       "the company", of a body with another such noun in its name; noun.others: it stands in another body's
    role.long, role.of, role.owned, role.agent, role.bare
                      how the description is worded: "the minister of war", "his minister", "spokeswoman" without "the"
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, Final

from onrecord.attribute.descriptions.described import AGENTS, role_words
from onrecord.attribute.pronouns.company import is_person_noun
from onrecord.attribute.stage.agreement import is_of_sex
from onrecord.lexicon.roles import is_body_noun
from onrecord.model.annotation import Kind

if TYPE_CHECKING:
    from onrecord.attribute.frame.drafts import Draft
    from onrecord.attribute.stage.cast import Cast
    from onrecord.model.annotation import Chain
    from onrecord.model.span import Span

_SHE: Final = frozenset({"she", "her"})
ALIKE: Final = _SHE | {"he", "him", "his"}
_IT: Final = frozenset({"it", "its"})
BODY_PRONOUNS: Final = _IT | {"they", "them", "their"}
_MANY: Final = 8
"""Mentions from which a chain is named often."""
_LOOKED_AT: Final = 40
"""Mentions of a chain that are looked at."""
_BACK: Final = 2
"""Sentences above the one of the source in which common nouns may be meant."""
_PEOPLE: Final = frozenset({Kind.PERSON, Kind.UNKNOWN})
_SUBJECTS: Final = frozenset({"nsubj", "nsubjpass"})
_AGED: Final = re.compile(r"the\s+(?:\S+\s+)?\d", re.IGNORECASE)
_OF: Final = re.compile(r"\b(?:of|for)\b", re.IGNORECASE)
_OWNED: Final = re.compile(r"(?:his|her|its|their)\s|.*?['’]s?\s", re.IGNORECASE | re.DOTALL)


def told_roles(chain: Chain, *, but: Span) -> frozenset[str]:
    """Return the words of the roles that stand with the names of a chain, but for a mention over `but`."""
    return _roles(chain, but=but, named=True)


def _roles(chain: Chain, *, but: Span, named: bool) -> frozenset[str]:
    return frozenset(
        word
        for mention in chain.mentions[:_LOOKED_AT]
        if (mention.name is not None) is named and mention.role and not mention.span.overlaps(but)
        for word in role_words(mention.role)
    )


def describe_name(cast: Cast, chain: Chain, word: str) -> dict[str, float]:
    """Return what the name and the kind of a chain tell, of whom `word` is said."""
    syntax = cast.view.syntax
    named = [mention for mention in chain.mentions[:_LOOKED_AT] if mention.name]
    told: dict[str, float] = {"times": min(len(named), _MANY) / 4, "once": len(named) <= 1}
    if chain.kind is Kind.PERSON:
        seen = [
            syntax.tokens[token].entity == "PERSON"
            for mention in named
            for token in syntax.within(mention.span)
            if syntax.tokens[token].pos == "PROPN"
        ]
        told["name.person"] = round(sum(seen) / max(1, len(seen)), 6)
        told["name.unseen"] = not any(seen)
        told["name.one"] = " " not in (chain.name or "")
        told["name.upper"] = (chain.name or "").isupper()
    if word in BODY_PRONOUNS:
        told["kind.body"] = chain.kind is not Kind.BODY
        told["kind.they"] = word not in _IT
    else:
        told["kind.odd"] = chain.kind is not Kind.PERSON and (word in ALIKE or chain.kind is not Kind.BODY)
    return told


def describe_agreement(cast: Cast, draft: Draft, chain: Chain) -> dict[str, float]:
    """Return how a chain agrees with the words of a draft's source, and which common nouns may be meant."""
    if draft.source is None:
        return {}
    head, span = draft.source.heads[0], draft.source.span
    word = cast.view.lower(head)
    if word in ALIKE:
        return _sexed(cast, chain, she=word in _SHE) | _persons_since(cast, chain, head, she=word in _SHE)
    if word in BODY_PRONOUNS:
        return _things_since(cast, chain, head, one=word in _IT)
    phrase = span.of(cast.view.text).casefold()
    told: dict[str, float] = {
        "role.long": len(phrase.split()) > 2,  # noqa: PLR2004
        "role.bare": not phrase.startswith("the "),
        "role.owned": _OWNED.match(phrase) is not None,
    }
    return told | (
        _called(cast, chain, phrase) if chain.kind is Kind.BODY else _titled(cast, chain, phrase, span)
    )


def _sexed(cast: Cast, chain: Chain, *, she: bool) -> dict[str, float]:
    title, name = cast.agreement.witnesses(chain)
    return {
        "sex.title": title is she,
        "sex.title.not": title is (not she),
        "sex.name": name is she,
        "sex.name.not": name is (not she),
        "sex.none": title is None and name is None,
        "sex.votes": min(cast.agreement.votes(chain, female=she), 4) / 2,
        "sex.votes.not": min(cast.agreement.votes(chain, female=not she), 4) / 2,
    }


def _called(cast: Cast, chain: Chain, phrase: str) -> dict[str, float]:
    """Compare "the company" with the name of a body, and with the names of others."""
    noun = (phrase.split() or [""])[-1]
    name = (chain.name or "").casefold().split()
    others = (one for one in cast.chains.values() if one.kind is Kind.BODY and one.id != chain.id)
    apart = noun not in name
    return {
        "noun.body": 1,
        "noun.named": not apart,
        "noun.unlike": apart and any(map(is_body_noun, name)),
        "noun.others": apart and any(noun in (one.name or "").casefold().split() for one in others),
        "noun.told": any(
            noun in (mention.role or "").casefold().split()
            for mention in chain.mentions[:_LOOKED_AT]
            if mention.name
        ),
    }


def _titled(cast: Cast, chain: Chain, phrase: str, span: Span) -> dict[str, float]:
    """Compare "the minister" with the roles of a person, and with the roles of others."""
    wanted, roles = role_words(phrase), told_roles(chain, but=span)
    again = _roles(chain, but=span, named=False)
    others = [
        one.id
        for one in cast.chains.values()
        if one.id != chain.id and one.kind in _PEOPLE and any(wanted & role_words(role) for role in one.roles)
    ]
    return {
        "role.aged": _AGED.match(phrase) is not None,
        "role.told": bool(roles),
        "role.all": bool(wanted) and wanted <= roles,
        "role.again": bool(wanted & again),
        "role.differs": bool(roles) and not wanted & (roles | again),
        "role.others": min(len(others), 3),
        "role.agent": bool(wanted & AGENTS),
        "role.of": _OF.search(phrase) is not None,
    }


def _since(cast: Cast, chain: Chain, head: int) -> list[int]:
    """Return the tokens in the report's own words from where a chain was last mentioned, or two sentences up, to a source."""
    view, tokens = cast.view, cast.view.syntax.tokens
    first = view.annotations.sentences[max(0, view.syntax.sentence_of[head] - _BACK)].tokens.start
    start = tokens[head].span.start
    own = [one.span for one in chain.mentions if one.span.end <= start]
    if own:
        first = max(first, view.syntax.at(max(own).start) + 1)
    if (spoke := cast.stage.last_spoke(chain.id, start)) is not None:
        first = max(first, view.syntax.at(spoke) + 1)
    past = max((span.end for span in own), default=0)
    return [t for t in range(first, head) if not view.is_quoted(t) and tokens[t].span.start >= past]


def _persons_since(cast: Cast, chain: Chain, head: int, *, she: bool) -> dict[str, float]:
    tokens, stage = cast.view.syntax.tokens, cast.stage
    told: dict[str, float] = {"person.noun": 0, "person.unmarked": 0}
    for token in _since(cast, chain, head):
        seen = tokens[token]
        if seen.tag == "NN" and is_person_noun(seen.text) and is_of_sex(seen.text, female=she):
            told["person.noun"] = max(told["person.noun"], not stage.is_inside(seen.span.start))
        if seen.tag == "NNP" and seen.entity == "PERSON" and not _is_marked(cast, seen.span):
            told["person.unmarked"] = 1
    return told


def _is_marked(cast: Cast, span: Span) -> bool:
    behind = bisect_right(cast.mentions, span.start, key=lambda pair: pair[0].span.start)
    return any(mention.span.overlaps(span) for mention, _ in cast.mentions[max(0, behind - 2) : behind])


def _things_since(cast: Cast, chain: Chain, head: int, *, one: bool) -> dict[str, float]:
    syntax = cast.view.syntax
    tags = {"NN", "NNP"} if one else {"NNS", "NNPS"}
    since = _since(cast, chain, head)
    return {
        "thing.subject": any(
            syntax.tokens[token].tag in tags and syntax.tokens[token].dep in _SUBJECTS for token in since
        ),
        "thing.in": one
        and any(
            syntax.tokens[token].dep == "pobj"
            and cast.view.lower(syntax.tokens[token].head) == "in"
            and syntax.sentence_of[token] == syntax.sentence_of[head]
            for token in since
        ),
    }
