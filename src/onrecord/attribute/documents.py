"""Things that words are said in, and whose they are: "the company's website", "a poll by the Harrow Institute".

A letter or a post speaks for its owner or sender, whoever that is. A poll, a report or guidelines speak for the body
that made them; "of" tells the maker of few of them, since "a survey of villagers" asks villagers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from onrecord.lexicon.cues import CLAUSE_VERBS

if TYPE_CHECKING:
    from onrecord.attribute.view import View

_SENT_WORDS: Final = """
    banner complaint email filing lawsuit letter memo message note page post release script sign site statement tweet website
    """
_SENT: Final = frozenset(_SENT_WORDS.split())
"""What its owner or sender speaks in."""
_FOUND_WORDS: Final = """
    analysis audit bulletin consultation datum estimate figure forecast guidance guideline information leaflet minute
    poll report research review study survey
    """
_FOUND: Final = frozenset(_FOUND_WORDS.split())
"""What the body that made it speaks in."""
_COME_BY: Final = _SENT | _FOUND
_OF_MAKERS: Final = frozenset({"datum", "figure", "guideline", "information", "minute"})
_MODIFYING: Final = frozenset(
    {
        "arm",
        "arms",
        "custom",
        "customs",
        "sport",
        "sports",
        "riot",
        "narcotic",
        "narcotics",
        "game",
        "games",
        "woman",
    }
)
"""Plurals that stand before another noun: "customs police"."""
_PLACED: Final = frozenset({"based", "called", "deployed", "known", "posted", "sent", "stationed"})
_JUDGMENTS: Final = frozenset({"judgment", "judgement", "ruling", "verdict"})
_MADE: Final = frozenset(
    ["carried", "commissioned", "compiled", "conducted", "done", "drafted", "issued", "prepared", "produced",
     "published", "put", "released", "run", "sent", "signed", "submitted", "written"]
)  # fmt: skip
"""What the maker or sender of a document has done with it."""
_THINGS_WORDS: Final = """
    article story book bill resolution document ad video measure law rule ruling judgment judgement verdict order headline number record
    plan proposal result paper text transcript idea fact question answer this that which what one who
    """
_THINGS: Final = frozenset(_THINGS_WORDS.split()) | _COME_BY


def is_thing(lemma: str) -> bool:
    """Tell whether `lemma` is a thing, which is nobody itself.

    >>> is_thing("report"), is_thing("crew")
    (True, False)
    """
    return lemma in _THINGS


def is_clause_subject(view: View, head: int) -> bool:
    """Tell whether a noun opens a clause about the plural before it: "According to receipts police recovered"."""
    tokens = view.syntax.tokens
    if head == 0 or head + 1 >= len(tokens):
        return False
    before, after = tokens[head - 1], tokens[head + 1]
    plural = before.tag == "NNS" and before.lemma not in _MODIFYING and before.head == head
    told = (
        after.tag in {"VBD", "VBN", "VBP"} and after.lemma not in CLAUSE_VERBS and after.text not in _PLACED
    )
    return plural and told


def is_finding(view: View, head: int) -> bool:
    """Tell whether the noun at `head` speaks for the body that made it, and not for its author."""
    return view.syntax.tokens[head].lemma in _FOUND


def find_owner(view: View, head: int) -> int | None:
    """Return the noun that says whose document the one at `head` is, or None where nothing says it."""
    syntax, lemma = view.syntax, view.syntax.tokens[head].lemma
    if lemma not in _COME_BY:
        return None
    owner = syntax.child(head, "poss")
    if owner is not None:
        return owner
    leads = {"by", "from", "of"} if lemma in _OF_MAKERS else {"by", "from"}
    lead = next((child for child in syntax.children[head] if view.lower(child) in leads), None)
    return _find_maker(view, head) if lead is None else syntax.child(lead, "pobj")


def is_judgment(view: View, head: int) -> bool:
    """Tell whether the noun at `head` is what a court rules: "the judgment"."""
    return view.lower(head) in _JUDGMENTS and any(
        view.lower(child) in {"the", "its"} for child in view.syntax.children[head]
    )


def _find_maker(view: View, head: int) -> int | None:
    """Return who made a document, told by a participle behind it: "a survey carried out for the town by Halden Polls"."""
    syntax = view.syntax
    made = next(
        (child for child in syntax.children[head] if child > head and view.lower(child) in _MADE), None
    )
    lead = (
        None
        if made is None
        else next((one for one in syntax.children[made] if view.lower(one) == "by"), None)
    )
    return None if lead is None else syntax.child(lead, "pobj")
