"""Who speaks in a document: "the board's letter", "a Halden College poll", and then "the poll".

The rule: whoever the words beside the document tell to have made or sent it. A body that stands before it as a noun made it, where
it is brought up ("a Harbour Board report") or is of a kind that is named by its maker ("the Harbour Board statement"); "the Harbour
Board report" may be one on the board. "The letter" is the one letter that the nearest paragraph has brought up, be it its own or the
one before: of two, nobody is told.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Final

from onrecord.attribute.pronouns.pronouns import PRONOUNS
from onrecord.attribute.stage.documents import (
    find_modifier,
    find_owner,
    is_finding,
    is_judgment,
    is_pointing,
    kind_of,
)
from onrecord.lexicon.roles import is_body_noun
from onrecord.model.annotation import Kind

if TYPE_CHECKING:
    from onrecord.attribute.descriptions.holders import Holders
    from onrecord.attribute.pronouns.pronouns import Pronouns
    from onrecord.attribute.speakers.offices import Offices
    from onrecord.attribute.stage.cast import Cast
    from onrecord.model.annotation import Mention
    from onrecord.model.span import Span

_SENDING: Final = frozenset({"circulate", "issue", "post", "publish", "release", "send", "submit", "write"})
"""Verbs for what the sender of a document does with it: "The board issued a statement"."""
_SAYING: Final = frozenset(
    {"add", "announce", "claim", "confirm", "declare", "deny", "note", "say", "warn", "write"}
)
"""Verbs for what is done "in a statement"."""
_NEAR: Final = 2
"""Paragraphs that tell of what "the letter" goes on with: its own, and the one before."""


class Makers:
    """Finds who speaks in the documents of one report."""

    def __init__(self, cast: Cast, pronouns: Pronouns, holders: Holders, offices: Offices) -> None:
        self._view, self._chains, self._mentions = cast.view, cast.chains, cast.mentions
        self._pronouns, self._holders, self._offices = pronouns, holders, offices
        self._found: dict[int, str | None] = {}
        """Who speaks in the documents looked at so far, by the token of each."""

    def find(self, head: int) -> str | None:
        """Return whose document the noun at `head` is: "the company's website said …", "a poll by the Harrow Institute found …"."""
        if head not in self._found:
            self._found[head] = self._told(head)
        if self._found[head] is None and is_pointing(self._view, head):
            self._found[head] = self._brought_up(head)
        return self._found[head]

    def _told(self, head: int) -> str | None:
        owner = find_owner(self._view, head)
        if owner is None:
            position = self._view.syntax.tokens[head].span.start
            judged = self._holders.find_court(position) if is_judgment(self._view, head) else None
            return judged or self._modifying(head)
        word = self._view.lower(owner)
        if word in PRONOUNS:
            return self._pronouns.resolve(owner, word)
        return self._of(owner, finding=is_finding(self._view, head))

    def _of(self, owner: int, *, finding: bool) -> str | None:
        """Return who the noun at `owner` is, as the maker of a document; findings are a body's."""
        if (told := self._offices.read_at(owner)) is not None and told[0].made:
            return self._offices.find(told[0], span=told[1])  # "a statement from her office"
        found = self._mention_at(self._view.syntax.tokens[owner].span)
        if found is None or found[0].name is None:  # "a poll by the institute Halden Gauge"
            appositive = self._view.syntax.child(owner, "appos")
            named = (
                None if appositive is None else self._mention_at(self._view.syntax.tokens[appositive].span)
            )
            found = named if named is not None and named[0].name is not None else found
        if found is None:
            return self._called(owner)
        named_body = None if self._chains[found[1]].name else self._holders.find_named_body(*found)
        chain_id = named_body or found[1]
        chain = self._chains[chain_id]
        vague = len(chain.mentions) == 1 or self._holders.is_some_body(
            found[0]
        )  # told of nowhere else: "Velik's university"
        if chain.name is None and (chain.kind is not Kind.BODY or vague):
            return None
        return chain_id if chain.kind is Kind.BODY or not finding else None

    def _called(self, owner: int) -> str | None:
        """Return the one body that goes by the noun at `owner`, which no mention tells: "The port tribunal … the tribunal's figures"."""
        noun = self._view.lower(owner)
        definite = any(self._view.lower(child) == "the" for child in self._view.syntax.children[owner])
        return self._only(f" {noun}") if definite and is_body_noun(noun) else None

    def _only(self, ending: str) -> str | None:
        """Return the one body of the report whose names, or whose descriptions where it has none, end so."""
        found = [
            chain.id
            for chain in self._chains.values()
            if chain.kind is Kind.BODY
            and any(f" {called.casefold()}".endswith(ending) for called in (chain.names or chain.roles))
        ]
        return found[0] if len(found) == 1 else None

    def _modifying(self, head: int) -> str | None:
        """Return the body named before a document as a noun: "A Halden College poll found …"."""
        modifier = find_modifier(self._view, head)
        if modifier is None:
            return None
        token = self._view.syntax.tokens[modifier]
        found = self._mention_at(token.span)
        if found is None:
            return self._only(f" {token.text.casefold()}") if token.text.isupper() else None
        if found[0].name is None or self._chains[found[1]].kind is not Kind.BODY:
            return None
        return found[1]

    def _brought_up(self, head: int) -> str | None:
        """Return who speaks in the one document of its kind that the nearest paragraph brings up before `head`."""
        view = self._view
        new = [
            place
            for place in view.places_of(kind_of(view, head) or ())
            if place < head
            and view.syntax.tokens[place].pos in {"NOUN", "PROPN"}
            and not view.is_quoted(place)
            and not is_pointing(view, place)
        ]
        blocks = [index for index in view.spoken if index <= view.block_of(head)][-_NEAR:]
        here: list[int] = []
        for block in reversed(blocks):
            here = here or [place for place in new if view.block_of(place) == block]
        if len(here) != 1 or view.is_quoted(head):
            return None
        first = here[0]
        if self._found.get(first) is None:
            self._found[first] = self._told(first) or self._sent_by(first)
        return self._found[first]

    def _sent_by(self, head: int) -> str | None:
        """Return the subject of the verb by which a document is sent, or in which something is said.

        "The board issued a statement … The statement said" · "Pell said in a letter that … The letter adds"
        """
        view = self._view
        tokens = view.syntax.tokens
        verb = tokens[head].head
        if tokens[head].dep == "pobj" and view.lower(verb) == "in":
            verb, known = tokens[verb].head, _SAYING
        elif tokens[head].dep == "dobj":
            known = _SENDING
        else:
            return None
        subject = view.syntax.child(verb, "nsubj") if tokens[verb].lemma in known else None
        return None if subject is None else self._of(subject, finding=is_finding(view, head))

    def _mention_at(self, span: Span) -> tuple[Mention, str] | None:
        behind = bisect_left(self._mentions, span.end, key=lambda pair: pair[0].span.start)
        near = self._mentions[max(0, behind - 2) : behind]
        return next(((mention, chain_id) for mention, chain_id in near if mention.span.overlaps(span)), None)
