"""Things that words are said in, and whose they are: "the company's website", "a poll by the Harrow Institute".

A letter or a post speaks for its owner or sender, whoever that is. A poll, a report or guidelines speak for the body
that made them; "of" tells the maker of few of them, since "a survey of villagers" asks villagers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from onrecord.lexicon.cues import CLAUSE_VERBS

if TYPE_CHECKING:
    from onrecord.attribute.frame.view import View

_SENT_WORDS: Final = """
    banner circular communique communiqué complaint email filing lawsuit letter memo message note page post release script sign site
    statement tweet website
    """
_SENT: Final = frozenset(_SENT_WORDS.split())
"""What its owner or sender speaks in."""
_FOUND_WORDS: Final = """
    analysis assessment audit bulletin consultation datum editorial estimate figure finding forecast guidance guidebook guideline
    information leaflet minute poll report research review study summary survey
    """
_FOUND: Final = frozenset(_FOUND_WORDS.split())
"""What the body that made it speaks in."""
_COME_BY: Final = _SENT | _FOUND
_NAMED_BY_MAKER: Final = frozenset(
    {"bulletin", "datum", "editorial", "estimate", "figure", "forecast", "guidance", "guideline", "memo", "minute", "poll", "statement",
     "survey", "website"}
)  # fmt: skip
"""Documents that the noun before them tells the maker of, whether they are new or not."""
_NAMED_WHEN_NEW: Final = _NAMED_BY_MAKER | {
    "analysis", "assessment", "audit", "circular", "communique", "communiqué", "filing", "report", "study"
}  # fmt: skip
_NEW: Final = frozenset({"a", "an", "another", "one"})
_POINTING: Final = frozenset({"the", "this", "that"})
_KINDS: Final = (
    frozenset({"poll", "survey", "surveys"}),
    frozenset({"statement", "statements", "communique", "communiqué"}),
    frozenset({"letter", "letters"}),
    frozenset({"memo", "memos"}),
    frozenset({"report", "reports", "audit", "assessment"}),
    frozenset({"study", "studies", "research"}),
)
"""Words by which one document may be called."""
_BEFORE: Final = 6
"""Words before a document among which the noun for its maker stands."""
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


def find_modifier(view: View, head: int) -> int | None:
    """Return the noun before a document that tells who made it: "College" in "A Halden College poll"; None where none does."""
    tokens, children = view.syntax.tokens, view.syntax.children[head]
    lemma = tokens[head].lemma
    words = {
        view.lower(child) for child in children if child < head and tokens[child].dep in {"det", "nummod"}
    }
    known = _NAMED_BY_MAKER if words and not words & _NEW else _NAMED_WHEN_NEW
    if lemma not in known:
        return None
    named = [
        child
        for child in children
        if head - _BEFORE <= child < head and tokens[child].dep in {"compound", "nmod", "amod"}
    ]
    return next((child for child in reversed(named) if tokens[child].text[:1].isupper()), None)


def kind_of(view: View, head: int) -> frozenset[str] | None:
    """Return the words by which the document at `head` may be called as well; None where it goes by no other."""
    return next((kind for kind in _KINDS if view.lower(head) in kind), None)


def is_pointing(view: View, head: int) -> bool:
    """Tell whether "the letter" goes on with one told of before, and nothing tells whose it is: "the letter to the board" may be new."""
    syntax, kind = view.syntax, kind_of(view, head)
    children = syntax.children[head]
    if kind is None or find_owner(view, head) is not None or find_modifier(view, head) is not None:
        return False
    leads = {view.lower(child) for child in children if syntax.tokens[child].dep in {"prep", "agent"}}
    return leads <= ({"of"} if "poll" in kind else set()) and any(
        view.lower(child) in _POINTING for child in children
    )


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
