"""Whom a pronoun cannot mean, as grammar alone tells: whoever is named in what the pronoun governs.

The rule is that of binding (N. Chomsky, Lectures on Government and Binding, 1981, principles B and C): a name behind
a subject, in its clause or in one that hangs on it, is somebody else's. "He called Roe a liar", "he said that Roe would
go" and “Roe is a liar,” he said are none of them Roe's words, and nor is what "she" cares about Roe's in "She did not
care, Roe says". A word that goes on ("he added") is of somebody who has spoken.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Final

from onrecord.attribute.sources.cues import lemma_of
from onrecord.lexicon import cues as words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from onrecord.attribute.frame.drafts import Draft
    from onrecord.attribute.frame.view import View
    from onrecord.model.annotation import Mention

_STEPS: Final = 12
"""Clauses climbed from a pronoun, or from a name to the pronoun's verb."""
_FARTHEST: Final = 1_200
"""Characters around a pronoun in which a name of its sentence is looked for."""
_LOOKED_AT: Final = 6
"""Passages before a pronoun that may still hold it."""
_SUBJECTS: Final = frozenset({"nsubj", "nsubjpass"})
_GOING_ON: Final = frozenset({"add", "continue"})
"""Verbs that go on with words said before."""
_OWNERS: Final = frozenset({"his", "her", "its", "their", "my", "our", "your", "whose"})
_SEVERAL: Final = frozenset({"all", "both", "few", "many", "most", "others", "several", "some"})
_APART: Final = frozenset({"conj", "parataxis", "appos"})
"""Labels of what is only joined to a clause, and does not hang on it."""


def find_named_below(view: View, mentions: Sequence[tuple[Mention, str]], head: int) -> frozenset[str]:
    """Return the chains named behind the subject pronoun at `head` in its clause, or within the words it speaks."""
    syntax = view.syntax
    if syntax.tokens[head].dep not in _SUBJECTS:
        return frozenset()
    start, verb = syntax.tokens[head].span.start, syntax.tokens[head].head
    first = bisect_left(mentions, start - _FARTHEST, key=lambda pair: pair[0].span.start)
    stop = bisect_left(mentions, start + _FARTHEST, key=lambda pair: pair[0].span.start)
    quoted = view.is_quoted(head)
    found: set[str] = set()
    for mention, chain_id in mentions[first:stop]:
        token = syntax.at(mention.span.start)
        if mention.name is None or syntax.sentence_of[token] != syntax.sentence_of[head]:
            continue
        told = mention.span.start > start or (view.is_quoted(token) and not quoted)
        if told and _hangs_on(view, syntax.at(mention.span.end - 1), verb):
            found.add(chain_id)
    return frozenset(found)


def _hangs_on(view: View, token: int, verb: int) -> bool:
    """Tell whether a word hangs on a verb, and not only on a clause that is joined to it."""
    tokens = view.syntax.tokens
    here = token
    for _ in range(_STEPS):
        above = tokens[here].head
        if here == above or (tokens[here].dep in _APART and above == verb):
            return False
        if above == verb:
            return True
        here = above
    return False


class Tellers:
    """Who is named behind the words that he or she tells, by where these stand: "She did not care, Roe says"."""

    def __init__(self, view: View, drafts: Iterable[Draft]) -> None:
        self._view = view
        self._told = sorted(
            (span.start, span.end, draft.source.heads[0])
            for draft in drafts
            if draft.source is not None and draft.source.heads
            for span in draft.content
            if span.start < draft.source.span.start
        )

    def behind(self, mentions: Sequence[tuple[Mention, str]], head: int) -> frozenset[str]:
        """Return the chains named behind the pronoun at `head` as those who tell what it stands in."""
        sentence_of, start = self._view.syntax.sentence_of, self._view.syntax.tokens[head].span.start
        stop = bisect_left(self._told, (start + 1,))
        found: set[str] = set()
        for first, last, teller in self._told[max(0, stop - _LOOKED_AT) : stop]:
            within = first <= start < last and teller > head
            if within and sentence_of[teller] == sentence_of[head]:
                found |= _named_at(self._view, mentions, teller)
        return frozenset(found)


def _named_at(view: View, mentions: Sequence[tuple[Mention, str]], token: int) -> set[str]:
    span = view.syntax.tokens[token].span
    behind = bisect_left(mentions, span.end, key=lambda pair: pair[0].span.start)
    near = mentions[max(0, behind - 2) : behind]
    return {chain_id for mention, chain_id in near if mention.name and mention.span.overlaps(span)}


def goes_on(view: View, head: int) -> bool:
    """Tell whether the pronoun at `head` is the subject of a verb that goes on with words said before: "he added"."""
    verb = view.syntax.tokens[head].head
    return view.syntax.tokens[head].dep in _SUBJECTS and lemma_of(view.syntax, verb) in _GOING_ON


def is_of_others(view: View, head: int) -> bool:
    """Tell whether "their" is told of a subject that stands for several and names nobody: "Others stuck to their claim"."""
    tokens = view.syntax.tokens
    here = head
    for _ in range(_STEPS):
        if tokens[here].head == here:
            return False
        here = tokens[here].head
        subject = view.syntax.subject(here) if tokens[here].pos in {"VERB", "AUX"} else None
        if subject is not None and subject < head:
            several = tokens[subject].tag == "NNS" or view.lower(subject) in _SEVERAL
            return several and view.mention_at(subject) is None
    return False


def find_writer(view: View, head: int) -> int | None:
    """Return whose words those are in which the pronoun at `head` does something: "Roe quoted Pell's letter, in which he …"."""
    syntax = view.syntax
    verb = syntax.tokens[head].head
    if syntax.tokens[head].dep not in _SUBJECTS or syntax.tokens[verb].dep != "relcl":
        return None
    led = any(view.lower(child) in {"in", "where"} and child < head for child in syntax.children[verb])
    owner = syntax.child(syntax.tokens[verb].head, "poss")
    return owner if led and owner is not None and view.lower(owner) not in _OWNERS else None


def find_thinking(view: View, head: int) -> int | None:
    """Return the subject of a verb of telling that governs what the pronoun at `head` believes: "Roe told Pell he hoped to".

    Nobody tells another's belief, hope or plan by a pronoun, unless that other has just been asked.
    """
    syntax = view.syntax
    verb = syntax.tokens[head].head
    above = syntax.tokens[verb].head
    if syntax.tokens[head].dep not in _SUBJECTS or above == verb or syntax.tokens[verb].dep != "ccomp":
        return None
    thinks = lemma_of(syntax, verb) in words.THOUGHT_VERBS
    if not thinks or lemma_of(syntax, above) not in words.ADDRESSING_VERBS:
        return None
    teller = syntax.subject(above)
    return teller if teller is not None and teller < head else None
