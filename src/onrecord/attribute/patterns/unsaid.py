"""What was not said, though it is told with words of saying: refusals, silence, nobody's words, what one might say.

The tagger marks these like any other: "Harrow declined to say whether …", "The harbour board would not say who …",
"Nobody has said what …", "A cynic might say that …". By the record's definition nothing was said. To refuse or deny
anything but speech is to say what one intends or holds: "Harrow refused to open the pier".
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from onrecord.attribute.patterns.mixed import is_nickname
from onrecord.attribute.sources.cues import is_conditional, is_negated, lemma_of
from onrecord.lexicon import cues as words

if TYPE_CHECKING:
    from onrecord.attribute.frame.drafts import Draft
    from onrecord.attribute.frame.view import View
    from onrecord.model.span import Span

_UTTERING_WORDS: Final = """
    announce answer comment confirm deny describe disclose discuss elaborate explain identify mention name reply report
    respond reveal speak specify state talk utter write
    """
_UTTERING: Final = words.TELLING_VERBS | frozenset(_UTTERING_WORDS.split())
"""Verbs for opening one's mouth at all: who declines one of these says nothing."""
_BETWEEN: Final = 4
"""Words between the cue and what it was about: "declined to comment on the budget"."""
_OPENING: Final = 2
"""Words of an infinitive up to its verb: "to comment"."""
_NEGATIONS: Final = frozenset({"not", "n't", "n’t", "never", "neither", "nor", "yet"})
_NOBODY: Final = frozenset({"no", "none", "nobody", "neither", "no-one"})
_SUPPOSING: Final = frozenset({"might", "could", "should"})
_WORKS: Final = frozenset({"entitle", "headline", "perform", "play", "sing", "title"})
"""Verbs whose quoted object is a work by its name."""
_SMALL: Final = frozenset({"a", "an", "and", "at", "by", "for", "in", "of", "on", "or", "the", "to", "with"})
_REACH: Final = 4
"""Words before a cue in which its helping verbs stand."""


def is_unsaid(view: View, draft: Draft, source: Span | None) -> bool:
    """Tell whether a reading is of something not said; `source` is the phrase that was taken for the source."""
    return (
        is_refusal(view, draft)
        or _is_nobodys(view, source)
        or _is_silence(view, draft)
        or _is_only_supposed(view, draft)
        or _is_condition(view, draft)
        or is_nickname(view, draft)
        or _is_title(view, draft)
        or _is_hour(view, draft)
    )


def _is_hour(view: View, draft: Draft) -> bool:
    """Tell whether a cue is only when something was: of "Angry crews last night demanded answers", no words were last night."""
    inside = (
        [] if draft.cue is None else [view.syntax.tokens[token] for token in view.syntax.within(draft.cue)]
    )
    return (
        bool(inside)
        and inside[-1].dep == "npadvmod"
        and all(one.pos not in {"VERB", "AUX"} for one in inside)
    )


def _is_title(view: View, draft: Draft) -> bool:
    """Tell whether the marks hold the title of a work: a choir sang “The Lamps of Carrow”, a study titled “The Late Tide”."""
    held = [quotation for span in draft.content for quotation in view.quotations_over(span)]
    if draft.verb is None or lemma_of(view.syntax, draft.verb) not in _WORKS or len(held) != 1:
        return False
    inside = [view.syntax.tokens[token].text for token in held[0].tokens if view.syntax.is_word(token)]
    telling = [word for word in inside if word.lower() not in _SMALL]
    return bool(telling) and all(word[0].isupper() for word in telling)


def is_refusal(view: View, draft: Draft) -> bool:
    """Tell whether a cue says that somebody would not speak: "Harrow declined to say whether …", "refused to comment"."""
    if draft.cue is None:
        return False
    inside = view.syntax.within(draft.cue)
    if not any(lemma_of(view.syntax, token) in words.NEGATED for token in inside):
        return False
    first = view.syntax.at(draft.start)
    between = range(inside.stop, first) if 0 < first - inside.stop <= _BETWEEN else ()
    near = (*inside, *between, *range(first, first + _OPENING))
    named = [token for token in near if token < len(view.syntax.tokens)]
    return any(lemma_of(view.syntax, token) in _UTTERING for token in named)


def _is_nobodys(view: View, source: Span | None) -> bool:
    """Tell whether the source is nobody: "None of the crews said that …"."""
    inside = (
        []
        if source is None
        else [token for token in view.syntax.within(source) if view.syntax.is_word(token)]
    )
    return bool(inside) and view.lower(inside[0]) in _NOBODY


def _is_silence(view: View, draft: Draft) -> bool:
    """Tell whether somebody said nothing: "would not say who", "did not respond to", "would neither confirm nor deny".

    "Did not deny that …" owns up to it.
    """
    if draft.cue is None or draft.verb is None:
        return False
    inside = view.syntax.within(draft.cue)
    verb = _speaking(view, draft.verb)
    lemma = lemma_of(view.syntax, verb)
    both = any(view.lower(token) in {"neither", "nor"} for token in inside)
    if lemma not in _UTTERING or (lemma == "deny" and not both):
        return False
    return is_negated(view, verb) or any(view.lower(token) in _NEGATIONS for token in inside)


def _speaking(view: View, verb: int) -> int:
    """Return the verb that a helping verb helps: of a cue that is only "would", in "would not say why", "say"."""
    token = view.syntax.tokens[verb]
    return token.head if token.dep in {"aux", "auxpass"} else verb


def _is_only_supposed(view: View, draft: Draft) -> bool:
    """Tell whether one might say it and nobody did: "A cynic might say that …", "It could be said that …"."""
    if draft.cue is None or draft.verb is None or lemma_of(view.syntax, draft.verb) not in _UTTERING:
        return False
    first = view.syntax.at(draft.cue.start)
    near = range(max(0, first - _REACH), draft.verb)
    return any(
        view.lower(token) in _SUPPOSING and view.syntax.tokens[token].head == draft.verb for token in near
    )


def _is_condition(view: View, draft: Draft) -> bool:
    """Tell whether the saying itself is a condition: "If Harrow says that the quay is safe, few will believe it."."""
    return draft.verb is not None and is_conditional(view, draft.verb)
