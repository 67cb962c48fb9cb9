"""Corrections laid over readings: some change a reading, the others are wishes for the link stage.

What no anchor holds is an orphan with its reason, and changes nothing. Everything a correction changed says so by a rule
that starts with ``person.``.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from onrecord.correct.standing import find_standing
from onrecord.model import ids
from onrecord.model.annotation import Chain, Kind, Mention
from onrecord.model.attribution import Judgement, Level
from onrecord.model.correction import RULE_OF_PERSONS, CorrectionKind, Orphan, Wishes
from onrecord.model.moment import Basis, Moment
from onrecord.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from onrecord.model.attribution import Attribution, Reading
    from onrecord.model.correction import Anchor, Correction

_SAME_WORDS: Final = 0.8
"""Share of the words of both that an anchor and an attribution must have in common to be of one speech."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected:
    """Readings as persons would have them, what they wish of linking, and the corrections that hold to nothing."""

    readings: tuple[Reading, ...]
    wishes: Wishes
    orphans: tuple[Orphan, ...]


def apply_corrections(readings: Iterable[Reading], log: Iterable[Correction]) -> Corrected:
    """Return `readings` with the corrections of `log` (oldest first) laid over them; the readings stay in order."""
    laying = _Laying({reading.report.id: reading for reading in readings})
    standing = find_standing(log)
    rejected = [one for one in standing if one.kind is CorrectionKind.NOT_SPEECH]
    silent = {one.anchors[0] for one in rejected}
    # What is no speech goes first, and what else was said of it says nothing any more: so a pile that is corrected already
    # comes out as it went in.
    for correction in rejected:
        laying.lay(correction)
    for correction in standing:
        if silent.isdisjoint(correction.anchors):
            laying.lay(correction)
    return laying.result()


class _Laying:
    """A pile while corrections are laid over it, one after another."""

    def __init__(self, pile: dict[str, Reading]) -> None:
        self._pile = pile
        self._kinds = _find_kinds(pile.values())
        self._orphans: list[Orphan] = []
        self._pairs: dict[CorrectionKind, list[tuple[str, str]]] = defaultdict(list)
        self._said: dict[str, Moment] = {}

    def lay(self, correction: Correction) -> None:
        """Do what one correction says, or keep it as an orphan."""
        if why := _find_loss(correction, self._pile):
            self._orphans.append(Orphan(correction=correction, why=why))
        elif not correction.anchors:
            self._pairs[correction.kind].append((correction.names[0], correction.names[1]))
        elif correction.anchors[0].spans:
            self._lay_on_words(correction)
        else:
            self._lay_on_reports(correction)

    def result(self) -> Corrected:
        """Return what came of it."""
        pairs = {kind: tuple(found) for kind, found in self._pairs.items()}
        wishes = Wishes(
            same_names=pairs.get(CorrectionKind.SAME_NAME, ()),
            other_names=pairs.get(CorrectionKind.OTHER_NAME, ()),
            same_statements=pairs.get(CorrectionKind.SAME_STATEMENT, ()),
            other_statements=pairs.get(CorrectionKind.OTHER_STATEMENT, ()),
            said=self._said,
            copies=pairs.get(CorrectionKind.COPY, ()),
        )
        return Corrected(readings=tuple(self._pile.values()), wishes=wishes, orphans=tuple(self._orphans))

    def _lay_on_reports(self, correction: Correction) -> None:
        first = correction.anchors[0].report_id
        if correction.kind is CorrectionKind.COPY:
            self._pairs[correction.kind].append((first, correction.anchors[1].report_id))
            return
        reading = self._pile[first]
        report = replace(reading.report, published=_moment_of(correction))
        self._pile[first] = replace(reading, report=report)

    def _lay_on_words(self, correction: Correction) -> None:
        found = [
            one
            for anchor in correction.anchors
            if (one := _find_attribution(self._pile[anchor.report_id], anchor))
        ]
        if len(found) < len(correction.anchors):
            # Words that are no speech are not found as speech: that is what was asked for.
            if correction.kind is not CorrectionKind.NOT_SPEECH:
                self._orphans.append(Orphan(correction=correction, why="no speech is found there now"))
        elif len(found) > 1:
            self._pairs[correction.kind].append((found[0].id, found[1].id))
        elif correction.kind is CorrectionKind.DATE:
            self._said[found[0].id] = _moment_of(correction)
        else:
            reading = self._pile[found[0].report_id]
            self._pile[found[0].report_id] = _correct(reading, found[0], correction, self._kinds)


def _find_loss(correction: Correction, pile: Mapping[str, Reading]) -> str | None:
    """Return why a correction holds to nothing, as far as its anchors tell."""
    for anchor in correction.anchors:
        reading = pile.get(anchor.report_id)
        if reading is None:
            return f"report {anchor.report_id} is not in this pile"
        if not anchor.holds(reading.report.text):
            return f"report {anchor.report_id} has other words there"
    return None


def _find_attribution(reading: Reading, anchor: Anchor) -> Attribution | None:
    """Return the attribution of the anchor's words: the one with these bounds, else the one most alike."""
    exact = next((one for one in reading.attributions if one.content == anchor.spans), None)
    if exact is not None:
        return exact
    wanted = _characters(anchor.spans)
    alike = [
        (2 * len(wanted & own) / (len(wanted) + len(own)), one.id, one)
        for one in reading.attributions
        if (own := _characters(one.content)) & wanted
    ]
    best = max(alike, default=None, key=lambda found: found[:2])
    return best[2] if best and best[0] >= _SAME_WORDS else None


def _characters(spans: Iterable[Iterable[int]]) -> set[int]:
    return {place for start, end in spans for place in range(start, end)}


def _moment_of(correction: Correction) -> Moment:
    earliest, latest = correction.days or (None, None)
    return Moment(earliest=earliest, latest=latest, basis=Basis.GIVEN, why=f"{_who(correction)} gives it")


def _who(correction: Correction) -> str:
    return correction.by or "a reader"


def _correct(
    reading: Reading, attribution: Attribution, correction: Correction, kinds: Mapping[str, Kind]
) -> Reading:
    """Return a reading with one attribution as a person would have it."""
    if correction.kind is CorrectionKind.NOT_SPEECH:
        others = tuple(one for one in reading.attributions if one.id != attribution.id)
        return replace(reading, attributions=others)
    rule = f"{RULE_OF_PERSONS}{correction.kind.value}"
    judgement = Judgement(rule=rule, because=attribution.judgement.because, level=Level.CERTAIN)
    chains = reading.chains
    speakers = attribution.speakers
    if correction.kind is CorrectionKind.SPEAKER:
        named: list[Chain] = []
        told: set[str] = set()
        for name in correction.names:
            if name.casefold() not in told:
                told.add(name.casefold())
                named.append(_chain_of(reading, attribution, name, (*chains, *named), kinds))
        new = [chain for chain in named if chain not in chains]
        chains = tuple(sorted((*chains, *new), key=_first_mention)) if new else chains
        speakers = tuple(chain.id for chain in named)
    corrected = replace(attribution, speakers=speakers, judgement=judgement)
    attributions = tuple(corrected if one.id == corrected.id else one for one in reading.attributions)
    return replace(reading, attributions=attributions, chains=chains)


def _chain_of(
    reading: Reading, attribution: Attribution, name: str, others: Sequence[Chain], kinds: Mapping[str, Kind]
) -> Chain:
    """Return the report's chain of that name, or a new one that rests on the words it is said to have spoken.

    A chain's id comes from its first mention, so that a new one gets bounds that none of `others` has.
    """
    folded = name.casefold()
    for chain in reading.chains:
        if any(own.casefold() == folded for own in chain.names):
            return chain
    taken = {chain.id for chain in others}
    span = next(
        found
        for found in _bounds(attribution.content[0], len(reading.report.text))
        if ids.chain_id(reading.report.id, found) not in taken
    )
    kind = kinds.get(folded, Kind.PERSON)
    return Chain(
        id=ids.chain_id(reading.report.id, span),
        report_id=reading.report.id,
        kind=kind,
        name=name,
        names=(name,),
        roles=(),
        mentions=(Mention(span=span, kind=kind, name=name),),
    )


def _bounds(whole: Span, size: int) -> Iterator[Span]:
    """Yield the words from their first character on, ever fewer, and then with ever more of a text of `size` characters."""
    yield from (Span(whole.start, end) for end in range(whole.end, whole.start, -1))
    yield from (
        Span(start, end) for end in range(whole.end, size + 1) for start in range(min(whole.start, end))
    )


def _find_kinds(readings: Iterable[Reading]) -> dict[str, Kind]:
    """Return what each name of the pile is, by the name as reports fold it."""
    kinds: dict[str, Kind] = {}
    for reading in sorted(readings, key=lambda reading: reading.report.id):
        for chain in reading.chains:
            for name in chain.names:
                kinds.setdefault(name.casefold(), chain.kind)
    return kinds


def _first_mention(chain: Chain) -> tuple[Sequence[int], str]:
    first = min(mention.span for mention in chain.mentions)
    return (first.start, first.end), chain.id
