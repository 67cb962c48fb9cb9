"""How far a reported clause reaches: its first and its last word.

The parser's clause is the start; its edges are then set by what newspapers do: the "that" is outside, the closing
stop is outside, and a clause set off by commas in the middle of what was said is taken out of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from onrecord.attribute.drafts import Source
    from onrecord.attribute.view import View

_LEADING: Final = frozenset({"that", "and", "but", "or"})
_ASIDE_LONGEST: Final = 22
_BREAKS: Final = frozenset({";", ".", "!", "?", "…"})
_INSIDE_BREAKS: Final = frozenset({",", "–", "—", "-", "--", "(", ")"})


def trimmed(view: View, indices: list[int], *, after: int) -> list[int]:
    """Return the words of a clause behind token `after`, less marks at its ends and a leading "that"."""
    kept = [index for index in indices if index > after]
    start, end = 0, len(kept)
    while start < end and (
        not view.syntax.is_word(kept[start]) or (start == 0 and view.lower(kept[start]) == "that")
    ):
        start += 1
    if start < end and view.lower(kept[start]) == "that" and view.syntax.tokens[kept[start]].dep == "mark":
        start += 1
    while start < end and not view.syntax.is_word(kept[start]):
        start += 1
    while end > start and not view.syntax.is_word(kept[end - 1]):
        end -= 1
    return kept[start:end]


def clause_after(view: View, verb: int, clause: int) -> tuple[int, ...]:
    """Return the words of the clause `clause` that follows the verb of saying `verb`."""
    syntax = view.syntax
    inside = trimmed(view, syntax.below(clause), after=verb)
    if not inside:
        return ()
    first, last = inside[0], inside[-1]
    last = max(last, _reach(view, verb, last))
    return tuple(range(first, last + 1))


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

    The aside reaches from the comma (or the start) before cue and source to the comma (or the end) behind them.
    """
    sentence = view.sentence_tokens(cue)
    inside = [token for token in view.syntax.within(source.span) if token in sentence]
    first, last = min([cue, *inside]), max([cue, *inside])
    if last - first > _ASIDE_LONGEST:
        return ()
    start = _aside_start(view, first, sentence)
    if start is None:
        return ()
    end = _aside_end(view, last, sentence)
    before = trimmed(view, list(range(sentence.start, start)), after=-1)
    behind = trimmed(view, list(range(end, sentence.stop)), after=-1)
    content = (*before, *behind)
    return content if any(view.syntax.tokens[token].pos in {"VERB", "AUX"} for token in content) else ()


def is_bare(view: View, verb: int) -> bool:
    """Tell whether a verb of saying stands for itself: "Harrow said on Monday", not "Harrow explained the plan"."""
    syntax = view.syntax
    if syntax.tokens[verb].dep in {"relcl", "acl", "xcomp", "pcomp"}:
        return False
    for child in syntax.children[verb]:
        dep = syntax.tokens[child].dep
        if child > verb and dep in {"xcomp", "attr", "oprd", "acomp", "ccomp"}:
            return False
        if (
            child > verb
            and dep == "dobj"
            and syntax.tokens[verb].lemma not in {"tell", "remind", "assure", "inform"}
        ):
            return False
    return True


def _aside_start(view: View, first: int, sentence: range) -> int | None:
    """Return where the aside begins, or None when words before it run into it without a comma."""
    syntax = view.syntax
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
