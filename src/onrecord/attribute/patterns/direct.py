"""Quotations set off from the sentence that gives them: “…,” Harrow said, or Harrow said: “…”.

The rule: a quotation belongs to the verb beside it. Behind it, the words up to the next stop are looked at when the
quotation ends with a comma (or another mark than a full stop); before it, the words of its sentence when they end
with a comma, a colon or the verb itself. Any verb will do when it stands that close ("…,” Harrow settled"). A
quotation that opens right behind the stop of "…,” said Harrow." goes on with the same words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from onrecord.attribute.frame.drafts import Draft, Source
from onrecord.attribute.frame.view import Quotation
from onrecord.attribute.sources.cues import cue_span, is_conditional, is_negated, lemma_of
from onrecord.attribute.sources.inversions import is_in_clause
from onrecord.attribute.sources.sources import find_explained, find_source, is_nobody, source_at
from onrecord.lexicon import cues as words
from onrecord.model.attribution import Level
from onrecord.model.span import Span

if TYPE_CHECKING:
    from onrecord.attribute.frame.view import View

_WINDOW: Final = 45
_ADDRESSED: Final = 10
_TITLE: Final = 6
_TITLE_WORDS: Final = frozenset(
    {"a", "an", "and", "at", "by", "for", "in", "of", "on", "or", "the", "to", "with"}
)
_NAMING: Final = frozenset({"as", "called", "dubbed", "entitled", "headed", "headlined", "named", "titled"})
"""Words right before a title or a nickname, which may then be of any length."""
_STOPS: Final = frozenset({".", "!", "?", ";", "…"})
_STOPPED: Final = re.compile(r"([^\W_][^\s()]*)[.!?]+[)\]]?(?=\s|$)")
_LONGEST_SHORT: Final = 4
"""Letters of an abbreviation with a capital: "Rep.", "Gov.", "Sept."."""
_LEADING: Final = words.CLAUSE_VERBS | words.INFINITIVE_VERBS
"""Verbs that lead to a quotation with no comma."""
_OPENERS: Final = frozenset({"ADV", "PART"})


@dataclass(frozen=True, slots=True)
class _Found:
    verb: int
    source: Source | None
    behind: bool


def find_direct(view: View) -> list[Draft]:
    """Return one draft for each run of set-off quotations with a cue of its own."""
    drafts: list[Draft] = []
    previous: tuple[Draft, Quotation] | None = None
    for speech in _speeches(view):
        first, last = speech[0], speech[-1]
        if previous and previous[1].block != first.block and not _is_next_paragraph(view, *previous, first):
            previous = None
        found = _behind(view, last) or _before(view, first) or _behind(view, first)
        content = tuple(quotation.inside for quotation in speech)
        if found and found.behind:
            content = (Span(_sentence_start(view, first), content[0].end), *content[1:])
        if previous and _goes_on(view, previous[0], previous[1], first, found):
            joined = replace(previous[0], content=(*previous[0].content, *content))
            drafts[-1] = joined
            previous = (joined, last)
            continue
        previous = None
        if found:
            draft = replace(_draft(view, last, found), content=content)
            drafts.append(draft)
            previous = (draft, last)
    return drafts


def _sentence_start(view: View, quotation: Quotation) -> int:
    """Return where the words begin that a cue behind the quotation credits.

    In "Both crews “had had enough,” said Harrow" the credited sentence begins before the marks.
    """
    if not quotation.inside.of(view.text).lstrip()[:1].islower():
        return quotation.inside.start
    before = [token for token in _words_before(view, quotation) if view.syntax.is_word(token)]
    return view.syntax.tokens[before[0]].span.start if before else quotation.inside.start


def _cue_line(view: View, quotation: Quotation) -> int | None:
    """Return the block of a line that opens the paragraph of a quotation: "Chair Ann Harrow said:"."""
    if not _opens_block(view, quotation) or quotation.block - 1 not in view.spoken:
        return None
    above = view.report.blocks[quotation.block - 1]
    return quotation.block - 1 if above.span.of(view.text).rstrip().endswith(":") else None


def _opens_block(view: View, quotation: Quotation) -> bool:
    start = view.report.blocks[quotation.block].span.start
    return not view.text[start : quotation.outer.start].strip()


def _is_next_paragraph(view: View, draft: Draft, last: Quotation, quotation: Quotation) -> bool:
    """Tell whether a paragraph goes on with what a line above them all opened: both are nothing but quotation."""
    cue_end = draft.cue.end if draft.cue else draft.end
    opened = cue_end < draft.start and view.block_of(view.syntax.at(cue_end - 1)) != view.block_of(
        view.syntax.at(draft.start)
    )
    end = view.report.blocks[quotation.block].span.end
    return (
        opened
        and quotation.block == last.block + 1
        and _opens_block(view, quotation)
        and not view.text[quotation.outer.end : end].strip()
    )


def _words_before(view: View, quotation: Quotation) -> range:
    """Return the tokens between the start of the sentence (or the quotation before) and a quotation."""
    stop = view.syntax.at(quotation.outer.start)
    return range(_start_before(view, quotation, stop), stop)


def _is_title(view: View, quotation: Quotation) -> bool:
    """Tell whether the marks hold a title in the flow of a sentence: on “The Morning Tide,” Harrow said."""
    if not all(_is_title_word(view, token) for token in quotation.tokens):
        return False
    inside = [view.lower(token) for token in quotation.tokens if view.syntax.is_word(token)]
    if _TITLE_WORDS.issuperset(inside):
        return False
    before = [view.lower(token) for token in _words_before(view, quotation) if view.syntax.is_word(token)]
    return before != [] and (before[-1] in _NAMING or len(inside) <= _TITLE)


def _is_title_word(view: View, token: int) -> bool:
    word = view.syntax.tokens[token].text
    return word[0].isupper() or view.lower(token) in _TITLE_WORDS or not view.syntax.is_word(token)


def _speeches(view: View) -> list[list[Quotation]]:
    """Return the outer quotations, those that open again at each paragraph taken together."""
    speeches: list[list[Quotation]] = []
    by_marks: dict[int, list[Quotation]] = {}
    for quotation in view.quotations:
        continued = quotation.marks.continues
        speech = by_marks.get(continued) if continued is not None else None
        if speech is None:
            speech = list[Quotation]()
            speeches.append(speech)
        speech.append(quotation)
        by_marks[quotation.number] = speech
    return speeches


def _draft(view: View, quotation: Quotation, found: _Found) -> Draft:
    lemma = lemma_of(view.syntax, found.verb)
    known = lemma in words.CLAUSE_VERBS
    return Draft(
        content=(quotation.inside,),
        rule="direct.behind" if found.behind else "direct.before",
        cue=cue_span(view, found.verb),
        verb=found.verb,
        source=found.source,
        act=words.act_of(lemma, infinitive=lemma == "ask" and "?" not in quotation.inside.of(view.text)),
        level=Level.CERTAIN if known and found.source else Level.LIKELY,
    )


def _goes_on(view: View, draft: Draft, last: Quotation, quotation: Quotation, found: _Found | None) -> bool:
    """Tell whether a quotation goes on with the words of the one before it in the paragraph."""
    if found and found.verb != draft.verb and not (found.behind is False and found.verb < last.tokens.start):
        return False
    between = view.text[last.outer.end : quotation.outer.start]
    if not any(char.isalnum() for char in between):
        return last.block == quotation.block or found is None
    if (
        draft.verb is None
        or not last.outer.end <= view.syntax.tokens[draft.verb].span.start < quotation.outer.start
    ):
        return False
    closing = between.rstrip()
    return _stops_in(closing) <= 1 and closing[-1:] in {
        ".",
        ",",
        ":",
        ";",
        "—",
        "–",
    }


def _stops_in(between: str) -> int:
    """Count the sentence ends, not those of abbreviations: "Mr. Harrow of St. Brenn (D-N.C.) said." has one."""
    return sum(
        1
        for match in _STOPPED.finditer(between)
        if match[1][0].islower() or (len(match[1]) > _LONGEST_SHORT and "." not in match[1])
    )


def _behind(view: View, quotation: Quotation) -> _Found | None:
    """Find the cue right behind a quotation."""
    if not _is_ended(view, quotation) or not quotation.words or _is_title(view, quotation):
        return None
    syntax = view.syntax
    last = quotation.inside.of(view.text).rstrip()[-1:]
    start = syntax.at(quotation.outer.end - (quotation.marks.close is not None))
    limit = _limit(view, quotation, start)
    first = start
    while first < limit and not syntax.is_word(first):
        if syntax.tokens[first].text in _STOPS:
            return None
        first += 1
    between = view.text[quotation.inside.end : syntax.tokens[first].span.start] if first < limit else ""
    opens = not any(syntax.is_word(token) for token in _words_before(view, quotation))
    comma = last in ",?!…—-–" or (opens and any(mark in between for mark in ",–—-"))
    if first >= limit or (last == "." and view.text[syntax.tokens[first].span.start].isupper()):
        return None
    if not comma and last != ".":
        return None
    return _clause_behind(view, quotation, first, limit)


def _is_ended(view: View, quotation: Quotation) -> bool:
    """Tell whether a quotation is closed, by its mark or, where the page lost that, by the cue behind it."""
    end = view.report.blocks[quotation.block].span.end
    return quotation.marks.close is not None or bool(view.text[quotation.inside.end : end].strip())


def _limit(view: View, quotation: Quotation, start: int) -> int:
    """Return the first token behind the words that may hold the cue."""
    syntax = view.syntax
    end = min(len(syntax.tokens), start + _WINDOW)
    for index in range(start, end):
        token = syntax.tokens[index]
        if view.is_quoted(index) or token.span.start >= view.report.blocks[quotation.block].span.end:
            return index
        if token.text in _STOPS and index > start:
            return index
    return end


def _clause_behind(view: View, quotation: Quotation, first: int, limit: int) -> _Found | None:
    """Match "Harrow said", "said Harrow", "he later told reporters" at token `first`."""
    syntax = view.syntax
    for index in range(first, limit):
        token = syntax.tokens[index]
        if token.pos not in {"VERB", "AUX"} or token.tag not in {"VBD", "VBZ", "VBP", "VBN", "VB"}:
            if (
                token.text == ","
                and index > first
                and not any(
                    syntax.tokens[later].tag in {"VBD", "VBZ", "VBP"} for later in range(index, limit)
                )
            ):
                return None
            continue
        if (
            token.dep in {"aux", "auxpass", "relcl", "acl", "advcl", "pcomp"}
            and lemma_of(syntax, index) not in words.QUOTATION_VERBS
        ):
            continue
        lemma = lemma_of(syntax, index)
        if is_in_clause(view, first, index):
            continue
        if index == first or _only_adverbs(view, range(first, index)):
            source = _subject_behind(view, index, limit)
            if source and (
                lemma in words.QUOTATION_VERBS or source.span.start <= syntax.tokens[index].span.end + 1
            ):
                return _Found(index, source, behind=True)
            continue
        source = _subject_before(view, quotation, index, first)
        if source and (lemma in words.QUOTATION_VERBS or lemma not in {"be", "have", "do"}):
            return None if is_negated(view, index) else _Found(index, source, behind=True)
    return None


def _only_adverbs(view: View, between: range) -> bool:
    """Tell whether only adverbs stand before a verb; a name taken for one has a capital."""
    tokens = view.syntax.tokens
    return all(tokens[token].pos in _OPENERS and tokens[token].text.islower() for token in between)


def _subject_behind(view: View, verb: int, limit: int) -> Source | None:
    """Return the source of "said Harrow", whatever the parser took it for."""
    syntax = view.syntax
    for index in range(verb + 1, min(limit, verb + 12)):
        token = syntax.tokens[index]
        if token.pos in {"NOUN", "PROPN", "PRON"} and not (
            token.dep in {"compound", "poss", "nmod", "amod"} and verb < token.head < limit
        ):
            return source_at(view, index, avoid=verb) if token.dep != "pobj" else None
        if token.pos in {"ADP", "VERB", "SCONJ"} and syntax.tokens[index - 1].text != "-":
            return None
    return None


def _subject_before(view: View, quotation: Quotation, verb: int, first: int) -> Source | None:
    """Return the source of "Harrow said" when it stands between the quotation and its verb."""
    source = find_source(view, verb)
    here = quotation.outer.end
    if source and here <= source.span.start < view.syntax.tokens[verb].span.start:
        return source
    if (explained := find_explained(view, verb)) is not None and explained.span.start >= here:
        return explained
    for index in range(verb - 1, first - 1, -1):
        token = view.syntax.tokens[index]
        if (
            (token.pos in {"PROPN", "PRON", "NOUN"} or token.text[:1].isupper())
            and token.dep not in {"pobj", "dobj", "npadvmod"}
            and not is_nobody(view, index)
        ):
            return source_at(view, index, avoid=verb)
    return None


def _before(view: View, quotation: Quotation) -> _Found | None:
    """Find the cue right before a quotation: "Harrow said, “", "He added: “", "…, saying “"."""
    syntax = view.syntax
    stop = syntax.at(quotation.outer.start)
    while stop < len(syntax.tokens) and syntax.tokens[stop].span.start < quotation.outer.start:
        stop += 1
    start = _start_before(view, quotation, stop, above=_cue_line(view, quotation))
    last = stop - 1
    while last >= start and not syntax.is_word(last) and syntax.tokens[last].text not in {",", ":"}:
        last -= 1
    if last < start:
        return None
    set_off = syntax.tokens[last].text
    if set_off not in {",", ":"}:
        verbs = _glued_verbs(view, start, last) if _is_sentence(view, quotation) else []
    else:
        verbs = [index for index in range(start, last) if _may_introduce(view, index, colon=set_off == ":")]
    for verb in reversed(verbs):
        source = find_source(view, verb)
        if _is_comparing(view, verb):
            return None
        if is_negated(view, verb) or is_conditional(view, verb):
            continue
        if source and not _has_clause(view, verb, quotation):
            return _Found(verb, source, behind=False)
    return None


def _glued_verbs(view: View, start: int, last: int) -> list[int]:
    """Return the verbs that lead to a quotation with no comma: "said “Stop”", "asked the crews “Stop”"."""
    syntax = view.syntax
    found: list[int] = []
    for index in range(max(start, last - _ADDRESSED), last + 1):
        lemma = lemma_of(syntax, index)
        if syntax.tokens[index].pos != "VERB" or lemma not in _LEADING:
            continue
        if last - index <= 1 or lemma in words.ADDRESSING_VERBS:
            found.append(index)
    return found


def _start_before(view: View, quotation: Quotation, stop: int, *, above: int | None = None) -> int:
    """Return the first token of the sentence before a quotation (in block `above`), never inside another one."""
    syntax = view.syntax
    start = stop
    block_start = view.report.blocks[quotation.block if above is None else above].span.start
    while start > 0 and stop - start < _WINDOW:
        token = syntax.tokens[start - 1]
        if token.span.start < block_start or view.is_quoted(start - 1) or token.text in _STOPS:
            break
        start -= 1
    return start


def _may_introduce(view: View, index: int, *, colon: bool) -> bool:
    syntax = view.syntax
    token = syntax.tokens[index]
    if token.pos not in {"VERB", "AUX"} or token.dep in {"aux", "auxpass"}:
        return False
    lemma = lemma_of(syntax, index)
    if lemma in words.CLAUSE_VERBS or lemma in words.QUOTATION_VERBS:
        return True
    return colon and token.dep in {"ROOT", "conj", "ccomp"} and lemma not in {"be", "have"}


def _is_comparing(view: View, verb: int) -> bool:
    """Tell whether the verb stands in "As Harrow notes, …": then all the sentence is credited, not one quotation."""
    sentence = view.sentence_tokens(verb)
    return view.lower(sentence.start) == "as" and verb - sentence.start <= _WINDOW // 2


def _is_sentence(view: View, quotation: Quotation) -> bool:
    """Tell whether the quotation opens with a capital and ends with a stop: words of their own."""
    inside = quotation.inside.of(view.text).strip()
    return inside[:1].isupper() and inside[-1:] in ".!?…,"


def _has_clause(view: View, verb: int, quotation: Quotation) -> bool:
    """Tell whether the verb already has a clause of its own before the quotation ("said he was glad, “…”")."""
    syntax = view.syntax
    for child in syntax.children[verb]:
        if syntax.tokens[child].dep == "ccomp" and child > verb and not view.is_quoted(child):
            return syntax.tokens[child].span.end <= quotation.outer.start
    return False
