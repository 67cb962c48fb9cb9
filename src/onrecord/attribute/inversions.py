"""Who goes on behind a name that stands after its verb: "It leaks, joked the warden, Ana Roe, and recalled that …"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from onrecord.model.annotation import Kind

if TYPE_CHECKING:
    from onrecord.attribute.view import View

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


def is_in_clause(view: View, first: int, verb: int) -> bool:
    """Tell whether a verb stands in a clause on the name before it: “No,” Ana Velik, who goes by one name, told the board."""
    tokens = view.syntax.tokens
    comma = next((place for place in range(verb - 1, first, -1) if tokens[place].text == ","), None)
    return comma is not None and view.lower(comma + 1) == "who" and comma + 1 < verb
