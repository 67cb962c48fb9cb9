"""Reports read up to their attributions, and short ways to look at them."""

from collections.abc import Sequence

from onrecord.annotate import annotate
from onrecord.attribute import attribute
from onrecord.attribute.frame.view import View
from onrecord.model.attribution import Attributed, Attribution
from onrecord.model.report import Zone
from support.annotated import parser, report


def attributed(text: str, *, zones: Sequence[Zone] = ()) -> Attributed:
    """Return what was read in `text`, whose lines are blocks."""
    read = report(text, zones=zones)
    return attribute(read, annotate(read, parser()))


def view(text: str, *, zones: Sequence[Zone] = ()) -> View:
    """Return `text` as the rules of the attribute stage see it."""
    read = report(text, zones=zones)
    return View(read, annotate(read, parser()))


def token(seen: View, word: str) -> int:
    """Return the first token of that text."""
    return next(index for index, one in enumerate(seen.syntax.tokens) if one.text == word)


def contents(text: str, *, zones: Sequence[Zone] = ()) -> list[str]:
    """Return the content of each attribution, discontinuous ones joined by a bar."""
    return [
        " | ".join(span.of(text) for span in attribution.content)
        for attribution in attributed(text, zones=zones).attributions
    ]


def the_attribution(text: str, *, zones: Sequence[Zone] = ()) -> Attribution:
    """Return the only attribution of `text`."""
    (attribution,) = attributed(text, zones=zones).attributions
    return attribution


def speakers(text: str, *, zones: Sequence[Zone] = ()) -> list[list[str | None]]:
    """Return the names of the speakers of each attribution."""
    read = attributed(text, zones=zones)
    names = {chain.id: chain.name for chain in read.chains}
    return [[names[chain_id] for chain_id in attribution.speakers] for attribution in read.attributions]
