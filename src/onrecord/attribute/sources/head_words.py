"""Which word of a phrase stands for who speaks, where the parser points at another of them.

It takes the first half of a word with a hyphen for the whole, the party in brackets for the member ("Ana Velik (D-Wis.)"), and the
body that somebody is of for who speaks ("Ana Velik of the Harbour Board, who says"); and whoever quotes for who is quoted
("an agency quoted Ana Velik as saying").
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from onrecord.model.annotation import Kind

if TYPE_CHECKING:
    from onrecord.attribute.frame.view import View

HYPHENS: Final = frozenset({"-", "‐", "‑"})
_IN_BRACKETS: Final = 6
"""Words behind an opening bracket in which a party or a seat is told."""
_OF: Final = frozenset({"at", "for", "from", "of", "with"})
_QUOTING: Final = frozenset({"cite", "hear", "quote", "record", "report"})


def find_quoted(view: View, verb: int) -> int | None:
    """Return who is quoted "as saying": the subject of a passive, the object of who quotes; None for any other verb.

    `verb` is the verb of saying or that of quoting: "Tom Roe was quoted by an agency as saying …".
    """
    tokens, syntax = view.syntax.tokens, view.syntax
    quoting = verb
    if tokens[verb].dep == "pcomp" and view.lower(tokens[verb].head) == "as":
        quoting = tokens[tokens[verb].head].head
    elif not any(
        view.lower(child) == "as" and syntax.child(child, "pcomp") is not None
        for child in syntax.children[verb]
    ):
        return None
    if tokens[quoting].lemma not in _QUOTING:
        return None
    subject = syntax.child(quoting, "nsubjpass")
    return subject if subject is not None else syntax.child(quoting, "dobj")


def past_affiliation(view: View, head: int, verb: int) -> int:
    """Return whom a body behind "of" tells more of, where the parser took the body: "Ana Velik of the Harbour Board said".

    What "which" stands for is the body: "Ana Velik of Halden Bank, which said".
    """
    mention = view.named_at(head)
    if (
        mention is None
        or mention.kind is not Kind.BODY
        or not mention.span.start < view.syntax.tokens[verb].span.start
    ):
        return head
    before = view.syntax.at(mention.span.start) - 1
    if (
        before < 1
        or view.lower(before) not in _OF
        or any(view.lower(child) == "which" for child in view.syntax.children[verb])
    ):
        return head
    person = view.named_at(before - 1)
    return before - 1 if person is not None and person.kind is Kind.PERSON else head


def past_hyphen(view: View, head: int) -> int:
    """Return the noun that a hyphen joins to the first half the parser took for the whole: "author" of "Her co-author"."""
    tokens = view.syntax.tokens
    if head + 2 >= len(tokens) or tokens[head + 1].text not in HYPHENS:
        return head
    whole = view.text[tokens[head].span.end : tokens[head + 2].span.start] == tokens[head + 1].text
    noun = tokens[head + 2].pos in {"NOUN", "PROPN"} and tokens[head].text.islower()
    return head + 2 if whole and noun else head


def before_brackets(view: View, head: int) -> int:
    """Return the last word of the name behind which brackets hold `head`: "Rep. Ana Velik (D-Wis.) said"."""
    tokens = view.syntax.tokens
    if not tokens[head].text[:1].isupper():
        return head
    for here in range(head - 1, max(head - _IN_BRACKETS, 0), -1):
        if tokens[here].text == ")":
            break
        if tokens[here].text == "(":
            return here - 1 if view.named_at(here - 1) is not None else head
    return head
