"""Who a report's first paragraph is about, where only the second gives the name.

"A councillor who voted against a neighbour's porch has put up his own. / Barry Roe, 58, had it built in May.": the lead
tells what somebody is, the next paragraph opens with a full name that it tells no office of. Two people without a name,
or a name with another trade, and nothing is known. So is whoever says the lead, where a quotation follows of a name that only a
clause explains.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from onrecord.attribute.descriptions.described import AGENTS, OFFICES
from onrecord.attribute.descriptions.going_on import opens_quoted
from onrecord.attribute.sources.cues import lemma_of
from onrecord.lexicon.cues import CLAUSE_VERBS
from onrecord.lexicon.roles import is_person_role
from onrecord.model.annotation import Kind
from onrecord.model.report import Zone

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from onrecord.attribute.frame.view import View
    from onrecord.attribute.stage.agreement import Agreement
    from onrecord.model.annotation import Chain, Mention
    from onrecord.model.span import Span

_RANKS: Final[Mapping[str, frozenset[str]]] = {
    "dr": frozenset({"doctor", "surgeon", "scientist", "physician", "psychiatrist", "researcher", "dentist"}),
    "sister": frozenset({"nurse", "nun"}),
    "reverend": frozenset({"bishop", "archbishop", "vicar", "priest", "dean", "pastor", "rector"}),
    "captain": frozenset({"skipper", "pilot", "captain"}),
    "professor": frozenset({"academic", "scientist", "lecturer", "researcher", "historian"}),
    "father": frozenset({"priest", "vicar"}),
}
"""Titles, and the trades of those who bear them."""
_TITLE: Final = re.compile(r"\b(?:the\s+(?:most\s+|right\s+|very\s+)?)?(?P<title>\w+)\.?\s+$", re.IGNORECASE)
_REACH: Final = 30
"""Characters before a name in which its title stands."""
_AGED: Final = re.compile(r",\s*\d{2}$")
_TELLING: Final = re.compile(r"\s*,\s*\d{2}\b")
"""Somebody's age behind the name: so a report brings up whom it is about."""
_OFFICIALS: Final = frozenset(
    {"police", "judge", "coroner", "spokesman", "spokeswoman", "spokesperson", "prosecutor"}
)


def find_lead(
    view: View, chains: Mapping[str, Chain], mentions: Sequence[tuple[Mention, str]], agreement: Agreement
) -> tuple[str, str] | None:
    """Return what a lead calls the person it is about ("councillor"), and the chain of the name that follows."""
    body = [index for index in view.spoken if view.report.blocks[index].zone is Zone.BODY][:2]
    if len(body) < len(("lead", "next")):
        return None
    lead, following = (view.report.blocks[index].span for index in body)
    people = [(mention, one) for mention, one in mentions if chains[one].kind is Kind.PERSON and mention.name]
    named = [(mention, one) for mention, one in people if mention.span in following]
    if any(mention.span in lead for mention, _ in people) or not named or _is_later(view, named[0][0]):
        return None
    first, known = named[0]
    if chains[known].mentions[0] != first or " " not in (first.name or ""):
        return None
    noun = _noun_for(view, lead, chains[known], first)
    called = noun is not None and agreement.is_called(chains[known], noun)
    return (noun, known) if noun is not None and called else None


def _noun_for(view: View, lead: Span, chain: Chain, first: Mention) -> str | None:
    """Return the one noun of the lead that title, or age and the lack of any office, let somebody be."""
    nouns = list(_find_nouns(view, lead))
    told = _TITLE.search(view.text, max(0, first.span.start - _REACH), first.span.start)
    words = {word.casefold().strip(".") for word in first.span.of(view.text).split()}
    if told is not None:
        words.add(str(told["title"]).casefold())
    titles = {word for word in words if word in _RANKS}
    if titles:
        fitting = [noun for noun, _ in nouns if any(noun in _RANKS[title] for title in titles)]
        return fitting[0] if len(fitting) == 1 else None
    aged = _TELLING.match(view.text, first.span.end) or _AGED.search(first.span.of(view.text))
    alone = len(nouns) == 1 and nouns[0][1] and nouns[0][0] not in _OFFICIALS
    fits = aged is not None or _goes_on(view, lead, nouns[0][0] if nouns else "", first)
    return nouns[0][0] if alone and fits and not chain.roles else None


def _goes_on(view: View, lead: Span, noun: str, first: Mention) -> bool:
    """Tell whether the lead is what "a former bosun" says, and the next paragraph a quotation of a name that a clause explains.

    "The bow had rusted for years, a former bosun said. / “I logged it,” Ana Velik, who was on watch, told the hearing."
    """
    tokens = view.syntax.tokens
    speaks = any(
        view.lower(token) == noun
        and tokens[token].dep == "nsubj"
        and lemma_of(view.syntax, tokens[token].head) in CLAUSE_VERBS
        and any(view.lower(child) in {"a", "an"} for child in view.syntax.children[token])
        for token in view.syntax.within(lead)
    )
    quoted = opens_quoted(view, first.span.start)
    explained = view.text[first.span.end :].startswith(", who ")
    return speaks and quoted and explained and noun not in OFFICES | AGENTS


def _find_nouns(view: View, lead: Span) -> Iterator[tuple[str, bool]]:
    """Yield the nouns for one person in a lead, and whether each is the subject of a clause."""
    tokens = view.syntax.tokens
    for token in view.syntax.within(lead):
        seen = tokens[token]
        led = any(view.lower(child) in {"a", "an", "the"} for child in view.syntax.children[token])
        one = seen.tag in {"NN", "NNP"} and led and seen.dep not in {"poss", "compound"}
        if one and not view.is_quoted(token) and is_person_role(view.lower(token)):
            yield view.lower(token), seen.dep in {"nsubj", "nsubjpass"}


def _is_later(view: View, mention: Mention) -> bool:
    """Tell whether a name stands behind the first sentence of its paragraph, or inside a quotation."""
    first = view.syntax.at(mention.span.start)
    block = view.report.blocks[view.block_of(first)].span
    opens = view.syntax.sentence_of[first] == view.syntax.sentence_of[view.syntax.at(block.start)]
    return not opens or view.is_quoted(first)
