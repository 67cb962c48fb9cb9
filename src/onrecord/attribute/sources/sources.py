"""Whom a cue points at: from the verb or noun of saying to the phrase that names the source.

The rule: the subject of the verb; where it has none, the subject of the verb it hangs on ("went on to say",
"…, adding that"); the noun before a relative clause ("Harrow, who told the board that …"); the agent of a passive
("was accused by the crews of …"); the owner of a noun ("the crews' claim that …"). The first and the second person
are never a source: "we" inside a speech is not who speaks.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from onrecord.attribute.frame.drafts import Source
from onrecord.attribute.frame.view import FIRST_PERSON, SECOND_PERSON
from onrecord.attribute.sources.datelines import past_dateline
from onrecord.attribute.sources.head_words import (
    HYPHENS,
    before_brackets,
    find_quoted,
    past_affiliation,
    past_hyphen,
)
from onrecord.attribute.sources.inversions import before_second_verb, find_before_and
from onrecord.attribute.sources.joint import find_joined, find_joint_heads
from onrecord.attribute.sources.lead_ins import opens_led_in
from onrecord.lexicon import cues
from onrecord.model.annotation import Kind
from onrecord.model.span import Span

if TYPE_CHECKING:
    from onrecord.attribute.frame.view import View

_STEPS: Final = 8
_ADVERBS: Final = 3
_LONGEST: Final = 25
_FINITE: Final = frozenset({"VBD", "VBZ", "VBP", "MD"})
_RELATIVES: Final = frozenset({"WDT", "WP", "WP$"})
_OUTSIDE: Final = frozenset(
    {"relcl", "advcl", "parataxis", "ccomp", "punct", "dep", "acl", "npadvmod", "advmod"}
)
_HOUR: Final = re.compile(r"\d{1,2}[:.]\d\d")
_NOUNS: Final = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET"})


def find_source(view: View, verb: int) -> Source | None:
    """Return the source of the verb of saying `verb`, or None where the report names none."""
    head = _find_head(view, verb)
    if head is None:
        return None
    explained = find_explained(view, verb)
    if (
        explained is not None
        and explained.span.start <= view.syntax.tokens[head].span.start < explained.span.end
    ):
        return explained
    head = _past_label(view, past_dateline(view, head, verb), verb)
    found = source_at(view, before_second_verb(view, head, verb), avoid=verb)
    return None if found is None else find_joined(view, found, verb)


def find_explained(view: View, verb: int) -> Source | None:
    """Return the person whom a phrase between commas explains right before a verb, whatever the parser took for the subject.

    "“No,” Ana Velik, an analyst at Roe & Pell, wrote in a note": Velik, and neither Roe nor Pell.
    """
    tokens, syntax = view.syntax.tokens, view.syntax
    if verb < 1 or tokens[verb - 1].text != ",":
        return None
    first = max(view.sentence_tokens(verb).start, verb - _LONGEST)
    opening = next((place for place in range(first, verb) if _opens_clause(view, place)), None)
    mention = None if opening is None else view.mention_at(opening)
    if opening is None or mention is None or mention.kind is not Kind.PERSON or mention.name is None:
        return None
    behind = syntax.at(mention.span.end - 1) + 1
    if tokens[behind].text != ",":
        return None
    between = range(behind + 1, verb - 1)
    if any(tokens[place].text == "," for place in between):
        return None
    if view.lower(behind + 1) == "who":  # "Ana Velik, who like most of her town has one name, said"
        return Source(Span(mention.span.start, tokens[verb - 2].span.end), (behind - 1,))
    if any(tokens[place].tag in _FINITE for place in between):
        return None
    led = (
        tokens[behind + 1].pos in {"DET", "NOUN", "ADJ", "PROPN", "NUM"} and view.named_at(behind + 1) is None
    )
    return Source(Span(mention.span.start, tokens[verb - 2].span.end), (behind - 1,)) if led else None


def _opens_clause(view: View, place: int) -> bool:
    """Tell whether a word opens a sentence, or what follows a quotation."""
    tokens = view.syntax.tokens
    if view.is_quoted(place) or not view.syntax.is_word(place):
        return False
    before = place - 1
    return (
        place == view.sentence_tokens(place).start
        or (before >= 0 and view.syntax.is_mark(before))
        or (before >= 0 and view.is_quoted(before) and tokens[before].text in {",", "."})
    )


def _past_label(view: View, head: int, verb: int) -> int:
    """Return the person named behind a lead's word in capitals: "HARBOUR darling Ana Velik told how she swam".

    Also who is named right before the verb, behind the hour of an entry: "13:30 – Bishop Ana Velik offers to help".
    """
    tokens = view.syntax.tokens
    if tokens[head].pos == "NUM" and _HOUR.fullmatch(tokens[head].text):
        named = head < verb and view.named_at(verb - 1) is not None
        return verb - 1 if named else head
    opens = head == 0 or view.syntax.sentence_of[head - 1] != view.syntax.sentence_of[head]
    if not (opens and tokens[head].text.isupper() and len(tokens[head].text) > 1):
        return head
    here = head + 1
    while (
        here < min(verb, head + 1 + _ADVERBS) and tokens[here].text.islower() and tokens[here].text.isalpha()
    ):
        here += 1
    mention = view.named_at(here) if head + 1 < here < verb else None
    if mention is None or mention.kind is not Kind.PERSON:
        return head
    while here + 1 < verb and view.named_at(here + 1) is mention:
        here += 1
    return here


def _find_head(view: View, verb: int) -> int | None:
    """Return the noun that stands for who says it, climbing from verb to verb until one has a subject."""
    tokens, syntax = view.syntax.tokens, view.syntax
    if (quoted := find_quoted(view, verb)) is not None:
        return quoted
    inverted = find_before_and(view, verb)
    here: int | None = verb if inverted is None else None
    for _ in range(_STEPS):
        if here is None:
            return inverted
        passive = syntax.child(here, "nsubjpass", "auxpass") is not None
        if passive and (here == verb or tokens[verb].dep == "conj"):
            return _agent(view, here)
        found = _own_source(view, here)
        if found is not None:
            return found
        if tokens[here].dep in {"acl", "relcl"}:
            return tokens[here].head if tokens[here].dep == "relcl" or tokens[here].tag == "VBG" else None
        climbed = _above(view, here)
        if climbed is not None and tokens[climbed].pos not in {"VERB", "AUX"}:
            return (
                climbed if tokens[here].dep == "pcomp" and tokens[climbed].pos in {"NOUN", "PROPN"} else None
            )
        here = climbed
    return None


def _own_source(view: View, verb: int) -> int | None:
    """Return the subject that stands at a verb; for "who" and "which" the noun they stand for."""
    subject = view.syntax.subject(verb)
    if subject is not None:
        subject = _past_lead(view, subject, verb)
        return _antecedent(view, verb) if subject in _relatives(view, verb) else subject
    named = _adjacent_name(view, verb)
    return named if named is not None else _inverted(view, verb)


def _past_lead(view: View, subject: int, verb: int) -> int:
    """Return the subject behind a comma where the parser gave a verb two: "Answering Ms Roe, the minister denied …"."""
    tokens, syntax = view.syntax.tokens, view.syntax
    if not opens_led_in(view, verb):
        return subject
    others = [
        child
        for child in syntax.children[verb]
        if tokens[child].dep == "nsubj"
        and subject < child < verb
        and view.lower(child) not in {"that", "who"}
    ]
    last = others[-1] if others else subject
    first = min(syntax.below(last))
    mention = view.mention_at(last)
    parted = (
        tokens[first - 1].text == ","
        and subject < first
        and (mention is None or mention != view.mention_at(subject))
    )
    return last if parted else subject


def _relatives(view: View, verb: int) -> list[int]:
    """Return the dependants of a verb that are relative pronouns."""
    tokens = view.syntax.tokens
    return [
        child
        for child in view.syntax.children[verb]
        if tokens[child].tag in _RELATIVES or (view.lower(child) == "that" and tokens[verb].dep == "relcl")
    ]


def _above(view: View, verb: int) -> int | None:
    """Return what a verb hangs on, past the preposition of a gerund; None at the top of the sentence."""
    tokens = view.syntax.tokens
    head = tokens[verb].head
    if head == verb:
        return None
    return tokens[head].head if tokens[verb].dep == "pcomp" else head


def _antecedent(view: View, verb: int) -> int | None:
    """Return the noun that the relative clause of `verb` (or of the verb it is joined to) stands behind."""
    tokens = view.syntax.tokens
    here = verb
    for _ in range(_STEPS):
        if tokens[here].dep == "relcl":
            return tokens[here].head
        if tokens[here].head == here:
            return None
        here = tokens[here].head
    return None


def _adjacent_name(view: View, verb: int) -> int | None:
    """Return the name right before a finite verb, which the parser may have taken for an adverb."""
    tokens = view.syntax.tokens
    if tokens[verb].tag not in {"VBD", "VBZ", "VBP"}:
        return None
    here = verb - 1
    while (
        here > 0
        and verb - here <= _ADVERBS
        and tokens[here].pos in {"ADV", "AUX"}
        and view.named_at(here) is None
    ):
        here -= 1
    if here < 0 or view.named_at(here) is None or view.is_quoted(here) != view.is_quoted(verb):
        return None
    return (
        here
        if tokens[here].dep not in {"pobj", "dobj", "poss", "compound"} and view.syntax.is_word(here)
        else None
    )


def _inverted(view: View, verb: int) -> int | None:
    """Return the noun right after a verb of saying that the parser took for its object: "…,” warned Harrow."."""
    tokens = view.syntax.tokens
    before = verb - 1
    if (
        before < 0
        or tokens[before].text not in {'"', "”", "’", "''", "'", ","}
        or tokens[verb].tag not in {"VBD", "VBZ", "VBN"}
    ):
        return None
    noun = view.syntax.child(verb, "dobj", "attr", "oprd", "npadvmod", "dep")
    return noun if noun is not None and noun > verb and not view.is_quoted(noun) else None


def _agent(view: View, verb: int) -> int | None:
    """Return who is named by the "by" of a passive."""
    agent = view.syntax.child(verb, "agent")
    return None if agent is None else view.syntax.child(agent, "pobj")


def find_owner(view: View, noun: int) -> Source | None:
    """Return whose claim, promise or warning the noun is: its possessor, or the subject of the verb it hangs on."""
    tokens, syntax = view.syntax.tokens, view.syntax
    owner = syntax.child(noun, "poss")
    if owner is not None:
        return source_at(view, owner, avoid=noun)
    for child in syntax.children[noun]:  # "the warning by Harrow that", "the plea from the crews to"
        if tokens[child].text.lower() in {"by", "from", "of", "among"} and tokens[child].dep in {
            "prep",
            "agent",
        }:
            named = syntax.child(child, "pobj")
            if named is not None and named < noun + 12:
                return source_at(view, named, avoid=noun)
    governor = tokens[noun].head
    if tokens[noun].dep in {"dobj", "pobj"} and tokens[governor].pos == "ADP":
        governor = tokens[governor].head
    if governor != noun and tokens[governor].pos == "VERB" and tokens[governor].lemma in cues.LIGHT_VERBS:
        return find_source(view, governor)
    return None


def source_at(view: View, head: int, *, avoid: int) -> Source | None:
    """Return the source phrase around the noun `head`, less relative clauses, never reaching over `avoid`."""
    tokens, syntax = view.syntax.tokens, view.syntax
    half = before_brackets(view, past_affiliation(view, head, avoid))
    head = past_hyphen(view, half)
    mention = view.named_at(head)
    if is_nobody(view, head) or (
        tokens[head].pos not in _NOUNS and mention is None and not tokens[head].text[:1].isupper()
    ):
        return None
    barred = [
        child
        for child in syntax.below(head)
        if child != head
        and not _is_in_compound(view, child)
        and (tokens[child].dep in _OUTSIDE or syntax.child(child, "pcomp") is not None)
        and (tokens[child].dep != "punct" or tokens[child].text in ",;—–-")
    ]
    kept = set(
        syntax.below(
            head, without=[child for child in barred if tokens[child].dep != "advmod" or child > head]
        )
    )
    if mention is not None:
        kept |= set(syntax.within(mention.span)) - {avoid}
    if half != head:
        kept |= {half + 1, *syntax.below(half, without=barred)}
    quotation = view.quotation_at(head)
    first = last = head
    while first - 1 > avoid or (first - 1 >= 0 and avoid > head):
        if not _joins(view, first - 1, kept, quotation) or tokens[first - 1].text in {
            "–",
            "—",
            "--",
            ";",
            ":",
        }:
            break
        first -= 1
    while last + 1 < len(tokens) and last + 1 != avoid and _joins(view, last + 1, kept, quotation):
        last += 1
    if last - first > _LONGEST:
        last = max(head, min(last, first + _LONGEST))
    while first < head and (not syntax.is_word(first) or tokens[first].pos in {"CCONJ", "SCONJ"}):
        first += 1
    while last > head and (
        not syntax.is_word(last) or tokens[last].pos in {"CCONJ", "ADP"} or tokens[last].tag == "POS"
    ):
        last -= 1
    span = syntax.span(first, last)
    heads = (head, *(child for child in _conjuncts(view, head) if first <= child <= last))
    return Source(span, find_joint_heads(view, span) or heads)


def _is_in_compound(view: View, token: int) -> bool:
    """Tell a half of a word with hyphens, whatever the parser hangs it on: "year" of "the 34-year-old baker"."""
    tokens = view.syntax.tokens
    return (
        token + 1 < len(tokens)
        and tokens[token + 1].text in HYPHENS
        and tokens[token].span.end == tokens[token + 1].span.start
        and tokens[token].text.isalpha()
    )


def _joins(view: View, token: int, kept: set[int], quotation: object) -> bool:
    """Tell whether a token next to a source phrase belongs to it; a comma does when the phrase goes on behind it."""
    if view.quotation_at(token) is not quotation:
        return False
    if token in kept:
        return True
    near = {token - 1, token + 1}
    return not view.syntax.is_word(token) and not view.syntax.is_mark(token) and near <= kept


def _conjuncts(view: View, head: int) -> list[int]:
    """Return the nouns joined to `head` by "and"."""
    found: list[int] = []
    here: int | None = head
    while here is not None and len(found) < _STEPS:
        here = view.syntax.child(here, "conj")
        if here is not None:
            found.append(here)
    return found


def is_nobody(view: View, head: int) -> bool:
    """Tell whether the noun cannot be a source: the first or second person, nobody, or an empty "it"/"there"."""
    word = view.lower(head)
    if word in FIRST_PERSON or word in SECOND_PERSON or word in cues.NOBODY or word == "there":
        return True
    if word == "one" and any(view.lower(child) == "no" for child in view.syntax.children[head]):
        return True
    return any(
        view.lower(child) in {"no", "neither"} and view.syntax.tokens[child].dep == "det"
        for child in view.syntax.children[head]
    )
