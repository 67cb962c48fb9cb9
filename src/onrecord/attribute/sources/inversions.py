"""Who goes on with a second verb: "It leaks, joked the warden, Ana Roe, and recalled that …", "Velm Tin names Ana Roe chief, says …"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from onrecord.model.annotation import Kind

if TYPE_CHECKING:
    from onrecord.attribute.frame.view import View

_FINITE: Final = frozenset({"VBD", "VBZ"})
_LONGEST: Final = 30
"""Words from a verb before its name to the verb joined to it."""


def find_before_and(view: View, verb: int) -> int | None:
    """Return the last word of the name that stands between a verb right behind a comma and "and" with the verb `verb`.

    A small parser hangs what follows "and" on the words that were told, whose subject is somebody else: of "She is late,
    joked Ana Roe, and recalled that the ferry waits" it is Roe who recalled.
    """
    tokens, syntax = view.syntax.tokens, view.syntax
    before = verb - 1
    if before < 0 or tokens[verb].tag not in _FINITE or view.lower(before) != "and" or view.is_quoted(verb):
        return None
    before -= 1 if tokens[before - 1].text == "," else 0
    first = max(view.sentence_tokens(verb).start, verb - _LONGEST)
    told = next((place for place in range(before - 1, first, -1) if tokens[place].tag in _FINITE), None)
    if told is None or tokens[told - 1].text != ",":
        return None
    mention = view.mention_at(told + 1)
    if mention is None or mention.name is None or mention.kind is not Kind.PERSON:
        return None
    last = syntax.at(mention.span.end - 1)
    return last if last + 1 == before else None


def before_second_verb(view: View, head: int, verb: int) -> int:
    """Return the name before the first of a heading's two verbs, where that was read as a plural noun; else `head`.

    "Velm Tin names Ana Roe as chief, says it will grow": Velm Tin, and not Ana Roe. Two "Velm fans, Ana Roe and Tom Roe, say".
    """
    tokens, syntax = view.syntax.tokens, view.syntax
    named = view.named_at(head)
    first = head if named is None else syntax.at(named.span.start) - 1
    if not 0 < first < verb - 1 or tokens[first].tag != "NNS" or not tokens[first].text.islower():
        return head
    commas = [place for place in range(first, verb) if tokens[place].text == ","]
    if tokens[verb].tag != "VBZ" or commas != [verb - 1] or not view.is_headline(head):
        return head
    before, behind = view.named_at(first - 1), view.named_at(first + 1)
    return head if before is None or behind is None or before is behind else first - 1


def is_in_clause(view: View, first: int, verb: int) -> bool:
    """Tell whether a verb stands in a clause on the name before it: “No,” Ana Velik, who goes by one name, told the board."""
    tokens = view.syntax.tokens
    comma = next((place for place in range(verb - 1, first, -1) if tokens[place].text == ","), None)
    return comma is not None and view.lower(comma + 1) == "who" and comma + 1 < verb
