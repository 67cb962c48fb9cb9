"""How far a reported clause reaches: its first and its last word.

The parser's clause is the start; its edges are then set by what newspapers do: the "that" is outside, the closing
stop is outside, and a clause set off by commas in the middle of what was said is taken out of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from onrecord.lexicon import cues as said
from onrecord.lexicon.calendar import WEEKDAYS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from onrecord.attribute.frame.drafts import Source
    from onrecord.attribute.frame.view import View

_LEADING: Final = frozenset({"that", "and", "but", "or"})
_ASIDE_LONGEST: Final = 22
_REACH: Final = 16
_LONGEST: Final = 120
"""Words from which a sentence or a clause is a page that lost its stops, and nobody's words."""
_ADDRESSEE: Final = 6
_TELLING: Final = frozenset({"tell", "assure", "remind", "inform", "warn", "advise"})
_TELLING_ANYHOW: Final = said.CLAUSE_VERBS | said.THOUGHT_VERBS | said.INFINITIVE_VERBS
_OBJECTS: Final = frozenset(["of", "for", "about", "against", "with", "in", "on", "to"])
_MISTAKEN: Final = frozenset({"dobj", "nsubj", "dative"})
_FINITE: Final = frozenset({"VBD", "VBZ", "VBP", "MD"})
_FRAMING: Final = frozenset({"after", "following", "hours", "days"})
_HOURS: Final = frozenset({"minutes", "hours", "days", "weeks", "months", "years"})
_RELATIVES: Final = frozenset({"who", "whom", "whose"})
_ADDING: Final = 3
"""Words behind "and" within which a verb goes on with the saying: "and later added"."""


def trimmed(view: View, indices: list[int], *, after: int) -> list[int]:
    """Return the words of a clause behind token `after`, less marks at its ends and a leading "that"."""
    kept = [index for index in indices if index > after]
    start, end = 0, len(kept)
    while start < end and (
        not view.syntax.is_word(kept[start])
        or (start == 0 and view.lower(kept[start]) == "that" and not _is_contracted(view, kept[start]))
    ):
        start += 1
    if start < end and view.lower(kept[start]) == "that" and view.syntax.tokens[kept[start]].dep == "mark":
        start += 1
    while start < end and not view.syntax.is_word(kept[start]):
        start += 1
    while end > start and (
        not view.syntax.is_word(kept[end - 1]) or view.syntax.tokens[kept[end - 1]].dep == "cc"
    ):
        end -= 1
    return kept[start:end]


def _is_contracted(view: View, token: int) -> bool:
    """Tell whether "that" is what a short verb is said of: "says that's untrue", and not "says that he's late"."""
    tokens = view.syntax.tokens
    after = tokens[token + 1] if token + 1 < len(tokens) else tokens[token]
    return after.text[:1] in {"'", "’"} and after.span.start == tokens[token].span.end


def before_frame(view: View, indices: Sequence[int]) -> list[int]:
    """Return the words of a clause up to the day on which, and after what, it was said.

    "The board ordered residents to boil water on Tuesday after the main burst": day and reason are the reporter's.
    """
    kept = list(indices)
    for place in range(1, len(kept) - 2):
        if view.lower(kept[place]) in WEEKDAYS and view.lower(kept[place + 1]) in _FRAMING:
            cut = place - 1 if view.lower(kept[place - 1]) == "on" else place
            return kept[:cut] if cut > 1 else kept
    return kept


def clause_after(view: View, verb: int, clause: int) -> tuple[int, ...]:
    """Return the words of the clause `clause` that follows the verb of saying `verb`."""
    syntax = view.syntax
    inside = trimmed(view, syntax.below(clause), after=verb)
    if (
        syntax.tokens[verb].lemma in _TELLING
    ):  # "told Radio Elm that …", where the parser took Radio Elm for the subject
        that = next((token for token in inside[1:_ADDRESSEE] if view.lower(token) == "that"), None)
        inside = inside[inside.index(that) + 1 :] if that is not None else inside
    if not inside:
        return ()
    first, last = _subject_before(view, verb, clause, inside[0]), inside[-1]
    last = max(last, _reach(view, verb, last))
    return tuple(before_frame(view, range(first, last + 1))) if last - first < _LONGEST else ()


def _subject_before(view: View, verb: int, clause: int, first: int) -> int:
    """Return where a clause begins whose subject the parser took for the object of the verb of saying.

    "Harrow said the relay, on the far quay, had been inspected": nobody says a relay, and "had" wants a subject.
    """
    syntax = view.syntax
    if syntax.tokens[verb].lemma in _TELLING or syntax.subject(clause) is not None:
        return first
    finite = syntax.tokens[clause].tag in _FINITE or any(
        syntax.tokens[child].tag in _FINITE for child in syntax.children[clause]
    )
    noun = next(
        (child for child in syntax.children[verb] if child > verb and syntax.tokens[child].dep in _MISTAKEN),
        None,
    )
    if not finite or noun is None or not verb < noun < first or first - noun > _REACH:
        return first
    return max(verb + 1, min(syntax.below(noun)))


def clause_behind_that(view: View, verb: int) -> tuple[int, ...]:
    """Return the clause behind the next "that" of the sentence, which the parser hung elsewhere.

    "pointed out at the end of the session that the quay …", "made it clear on Friday that …".
    """
    syntax = view.syntax
    sentence = view.sentence_tokens(verb)
    for token in range(verb + 1, min(sentence.stop - 2, verb + _REACH)):
        if view.lower(token) == "that" and syntax.tokens[token].dep in {"mark", "nsubj", "dobj"}:
            clause = syntax.tokens[token].head
            if (
                clause > token
                and syntax.tokens[clause].pos in {"VERB", "AUX"}
                and syntax.tokens[token].dep == "mark"
            ):
                inside = trimmed(view, syntax.below(clause), after=token)
                return tuple(range(inside[0], inside[-1] + 1)) if inside else ()
            return ()
        if syntax.tokens[token].pos == "VERB" and syntax.tokens[token].tag in {"VBD", "VBZ", "VBP"}:
            return ()
    return ()


def has_clause_form(view: View, clause: int) -> bool:
    """Tell whether the head of a clause has a subject, a modal or a question word: "that warning" has none."""
    syntax = view.syntax
    subject = syntax.subject(clause)
    if subject is not None and [view.lower(below) for below in syntax.below(subject)][1:3] == ["of", "which"]:
        return False  # "told a meeting in the hall, parts of which were cold"
    if subject is not None or syntax.child(clause, "expl", "aux", "auxpass", "attr") is not None:
        return True
    return syntax.tokens[clause].tag in {"VBD", "VBZ", "VBP", "MD", "VB"}


def _reach(view: View, verb: int, last: int) -> int:
    """Return the last word of the clause, past adverbials that the parser hung on the verb of saying instead.

    "said the quay would close because it is unsafe": the reason belongs to what was said.
    """
    syntax = view.syntax
    for child in syntax.children[verb]:
        if child <= last:
            continue
        token = syntax.tokens[child]
        opens = min(syntax.below(child))
        if (
            token.dep == "advcl"
            and any(syntax.tokens[x].dep == "mark" for x in syntax.children[child])
            and opens <= last + 2
        ):
            inside = trimmed(view, syntax.below(child), after=last)
            last = inside[-1] if inside else last
    return last


def rest_of_sentence(view: View, cue: int, source: Source) -> tuple[int, ...]:
    """Return the words of the sentence around an aside: "…, Harrow said, …", "According to Harrow, …", "…, he said".

    The aside reaches from the comma (or the start) before cue and source to the comma (or the end) behind them. What
    hangs on the cue itself behind the aside ("…, he said, adding that", "…, she said, as crowds gathered") is not
    content when there is content before it.
    """
    sentence = view.sentence_tokens(cue)
    if len(sentence) > _LONGEST:
        return ()
    inside = [token for token in view.syntax.within(source.span) if token in sentence]
    first, last = min([cue, *inside]), max([cue, *inside])
    if last - first > _ASIDE_LONGEST:
        return ()
    start = _aside_start(view, first, sentence)
    if start is None:
        return ()
    end = _aside_end(view, past_relative(view, source, last), sentence)
    before = trimmed(view, list(range(_after_telling(view, sentence.start, start), start)), after=-1)
    behind = trimmed(view, list(range(end, sentence.stop)), after=-1)
    if behind and _is_parted_participle(view, before):
        return (before[-1], *behind)
    if before and (not is_finite(view, before) or _is_comparing(view, before)):
        if not behind:
            return ()
    elif (
        before
        and behind
        and (view.syntax.tokens[end - 1].text == ":" or _hangs_on_aside(view, behind, range(start, end)))
    ):
        behind = []
    content = (*before, *behind)
    return content if is_finite(view, content) else ()


def _is_parted_participle(view: View, before: Sequence[int]) -> bool:
    """Tell whether words end in a participle that an aside parts from its own: "He left the board, knowing, Roe recalls, little else"."""
    tokens = view.syntax.tokens
    return len(before) > 1 and tokens[before[-1]].tag == "VBG" and tokens[before[-1] - 1].text == ","


def past_relative(view: View, source: Source, last: int) -> int:
    """Return the last word of a clause between commas that tells who the source is, or `last` where none follows.

    "According to Ana Velik, whose brother runs the mill, the river rose": the river alone is what she tells.
    """
    syntax = view.syntax
    if last + 2 >= len(syntax.tokens) or syntax.tokens[last + 1].text != ",":
        return last
    for head in source.heads:
        for child in syntax.children[head]:
            if child > last and syntax.tokens[child].dep == "relcl":
                end = max(syntax.below(child))
                return end if end + 1 < len(syntax.tokens) and syntax.tokens[end + 1].text == "," else last
    return last


def _after_telling(view: View, start: int, aside: int) -> int:
    """Return where the words before an aside begin, behind a semicolon that ends what somebody says by another verb.

    "Harrow believes the pier is lost; the board, she said, must act": the first half has a cue of its own.
    """
    syntax = view.syntax
    stops = [token for token in range(start, aside) if syntax.tokens[token].text == ";"]
    if not stops or not any(
        syntax.tokens[token].tag in _FINITE
        and syntax.tokens[token].lemma in _TELLING_ANYHOW
        and syntax.subject(token) is not None
        for token in range(start, stops[-1])
    ):
        return start
    return stops[-1] + 1


def is_finite(view: View, words: Iterable[int]) -> bool:
    """Tell whether there is a finite verb among `words`."""
    return any(view.syntax.tokens[word].tag in _FINITE for word in words)


def _is_comparing(view: View, words: Sequence[int]) -> bool:
    """Tell whether `words` are an aside themselves: "According to Harrow", "As Harrow put it"."""
    return view.lower(words[0]) in {"according", "as"} and len(words) <= _REACH


def _hangs_on_aside(view: View, behind: Sequence[int], aside: range) -> bool:
    """Tell whether the words behind an aside go with it: a participle, a joined verb, "as …", "after …"."""
    syntax = view.syntax
    first = behind[0]
    if sets_scene(view, behind) or _tells_of_source(view, behind, aside):
        return True
    if syntax.tokens[first].tag == "VBG" or (
        syntax.tokens[first].pos == "SCONJ" and view.lower(first) != "that"
    ):
        return syntax.tokens[_top(view, behind)].head in aside or syntax.tokens[first].tag == "VBG"
    if view.lower(first) in {"and", "but"}:
        if is_finite(view, aside) and any(_adds(view, token) for token in behind[1 : 1 + _ADDING]):
            return True
        return _top(view, behind[1:]) in [child for token in aside for child in syntax.children[token]]
    return view.lower(first) in {"after", "before", "during", "in", "at", "on", "while", "when", "as"} and (
        syntax.tokens[_top(view, behind)].head in aside
    )


def _tells_of_source(view: View, behind: Sequence[int], aside: range) -> bool:
    """Tell whether words behind an aside are of who speaks: "The quay is shut, said Harrow, who would not say why"."""
    if view.lower(behind[0]) not in _RELATIVES:
        return False
    verb = _top(view, behind)
    return view.syntax.tokens[verb].dep == "relcl" and view.syntax.tokens[verb].head in aside


def sets_scene(view: View, behind: Sequence[int]) -> bool:
    """Tell whether words behind an aside tell of its hour: "…, Harrow said on Monday, as crowds gathered" or "hours after …"."""
    first = view.lower(behind[0])
    if first == "as":
        verb = view.syntax.tokens[behind[0]].head
        return verb in behind and view.syntax.subject(verb) is not None
    return first in _HOURS and len(behind) > 1 and view.lower(behind[1]) in {"after", "before"}


def _adds(view: View, token: int) -> bool:
    """Tell whether a verb goes on with the saying: in "It is shut, Harrow said, and added that …" the aside's own."""
    syntax = view.syntax
    told = syntax.tokens[token].lemma in said.CLAUSE_VERBS and syntax.tokens[token].tag in _FINITE
    return told and syntax.subject(token) is None


def _top(view: View, words: Sequence[int]) -> int:
    """Return the word of `words` that governs the others."""
    inside = frozenset(words)
    return next(
        (word for word in words if view.syntax.tokens[word].head not in inside), words[0] if words else 0
    )


def is_bare(view: View, verb: int, source: Source) -> bool:
    """Tell whether a verb of saying stands for itself: "Harrow said on Monday", not "Harrow explained the plan"."""
    syntax = view.syntax
    here = verb
    while syntax.tokens[here].dep == "conj" and syntax.tokens[here].head != here:
        here = syntax.tokens[here].head
    if syntax.tokens[here].dep in {"relcl", "acl", "xcomp", "pcomp"}:
        return False
    lemma = syntax.tokens[verb].lemma
    for child in syntax.children[verb]:
        dep = syntax.tokens[child].dep
        if child < verb:
            continue
        if child in source.heads:
            continue
        if dep in {"xcomp", "attr", "oprd", "acomp", "ccomp"}:
            return False
        if dep == "dobj" and lemma not in {"tell", "remind", "assure", "inform"}:
            return False
        if (
            dep == "prep"
            and child == verb + 1
            and lemma not in {"say", "tell", "add"}
            and view.lower(child) in _OBJECTS
        ):
            return False
    return True


def _aside_start(view: View, first: int, sentence: range) -> int | None:
    """Return where the aside begins, or None when words before it run into it without a comma."""
    syntax = view.syntax
    if view.lower(sentence.start) == "as" and first - sentence.start <= _ASIDE_LONGEST:
        return sentence.start
    here = first
    while (
        here > sentence.start
        and view.syntax.tokens[here - 1].pos in {"ADV", "SCONJ", "DET", "CCONJ", "AUX"}
        and here > first - 3
    ):
        if not syntax.is_word(here - 1):
            break
        here -= 1
    if here == sentence.start:
        return here
    return here if not syntax.is_word(here - 1) else (first if view.lower(first) == "according" else None)


def _aside_end(view: View, last: int, sentence: range) -> int:
    """Return the first token behind the aside: behind the next comma, or the sentence's end."""
    for index in range(last + 1, sentence.stop):
        if not view.syntax.is_word(index) and view.syntax.tokens[index].text in {",", ";", ":", "—", "–"}:
            return index + 1
    return sentence.stop
