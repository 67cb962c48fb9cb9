"""What speaks for and against a reading: the features by which rules and tagger are weighed.

Every feature is a plain fact of one option, named so that the table in `trust` can be read: what kind of rule found it,
how the tagger's reading relates to it, how sure the tagger is, and the form of the words.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from onrecord.attribute.bounds.assemble import quoted_parts
from onrecord.attribute.weighing.tagged import is_clause, is_denied, is_speaking
from onrecord.model.annotation import Reach

if TYPE_CHECKING:
    from onrecord.attribute.frame.drafts import Draft
    from onrecord.attribute.frame.view import View
    from onrecord.attribute.weighing.tagged import Witness

_FAMILIES: Final = frozenset(
    {
        "direct.behind",
        "direct.before",
        "indirect.clause",
        "indirect.aside",
        "indirect.infinitive",
        "indirect.according-to",
        "indirect.gerund",
        "indirect.noun",
        "mixed.named",
    }
)
"""Rules that are frequent enough to be weighed by name."""
_SHORT, _LONG = 15, 400
_CLIPPED: Final = 0.005


class Relation(StrEnum):
    """How the two readings of one case stand to each other."""

    SAME = "same"
    DIFFER = "differ"
    OVER = "over"
    """Only a rule saw it; the tagger gave some of its words to something else."""
    UNSEEN = "unseen"
    """Only a rule saw it; the tagger saw nothing there."""
    ALONE = "alone"
    """Only the tagger saw it."""


@dataclass(frozen=True, slots=True)
class Option:
    """One way to read an attribution: `draft` is what would be kept, `rule` and `witness` are what saw it.

    `new` says that no reading of the usual reach has its cue.
    """

    draft: Draft
    relation: Relation
    rule: Draft | None = None
    witness: Witness | None = None
    alike: float = 1.0
    by_tagger: bool = False
    new: bool = False


def describe(view: View, option: Option) -> dict[str, float]:
    """Return the features of an option by name; what is not named is 0."""
    side = "tagger" if option.by_tagger else "rule"
    found = {f"{side}.{option.relation}": 1.0}
    if option.witness is not None:
        found[f"{side}.{option.relation}.score"] = _odds(option.witness.score)
        found["parted"] = float(option.witness.parted)
        found[f"reach.{option.witness.reach}"] = float(option.witness.reach is not Reach.USUAL)
        found[f"new.{option.witness.reach}"] = float(option.new)
    if option.rule is not None:
        found |= _by_rule(option, option.rule, side)
    found |= {f"{side}.{name}": value for name, value in _by_form(view, option.draft).items()}
    return {name: value for name, value in found.items() if value}


def _by_rule(option: Option, rule: Draft, side: str) -> dict[str, float]:
    family = rule.rule if rule.rule in _FAMILIES else "other"
    kind = family.split(".")[0]
    found = {f"{side}.{family}": 1.0, f"{side}.doubted": float(rule.level == "possible")}
    if option.relation is Relation.DIFFER:
        found |= {f"{side}.differ.{kind}": 1.0, f"{side}.alike": option.alike}
    elif option.relation in {Relation.OVER, Relation.UNSEEN}:
        found |= {f"alone.{family}": 1.0}
    if option.witness is not None and not option.by_tagger:
        own, seen = rule.source, option.witness.draft.source
        found["sources.agree"] = float(own is not None and seen is not None and own.span.overlaps(seen.span))
    return found


def _by_form(view: View, draft: Draft) -> dict[str, float]:
    """Return what the words and their cue look like."""
    size = sum(map(len, draft.content))
    quoted = sum(map(len, quoted_parts(view, draft.content)))
    clause = quoted > 0 or is_clause(view, draft.content)
    blocks = {view.block_of(view.syntax.at(span.start)) for span in draft.content}
    return {
        "clause": float(clause),
        "quoted": round(quoted / max(1, size), 3),
        "sourceless": float(draft.source is None),
        "known": float(draft.verb is not None and is_speaking(view, draft.verb)),
        "denied": float(draft.verb is not None and is_denied(view, draft.cue, draft.verb)),
        "nested": float(draft.verb is not None and view.is_quoted(draft.verb)),
        "short": float(size < _SHORT),
        "long": float(size > _LONG),
        "parts": float(len(draft.content) > 1),
        "blocks": float(len(blocks) > 1),
    }


def _odds(score: float) -> float:
    """Return the logarithm of the odds of a score."""
    clipped = min(max(score, _CLIPPED), 1 - _CLIPPED)
    return round(math.log(clipped / (1 - clipped)), 4)
