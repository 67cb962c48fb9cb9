"""Which words of a report report speech, and with which construction.

A cue is a verb ("said"), a verb with a noun of saying ("repeated his claim"), a noun alone ("the crews' plea to"),
an adjective ("is certain that"), or "according to". A verb that is negated, or hangs on "declined", says nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from onrecord.lexicon import cues as words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.attribute.frame.syntax import Syntax
    from onrecord.attribute.frame.view import View
    from onrecord.model.span import Span

_VERBS: Final = frozenset({"VERB", "AUX"})
_NEGATION: Final = frozenset({"n't", "n’t", "not", "never", "no"})
_CONDITIONS: Final = frozenset({"if", "unless", "whether"})
_DENYING: Final = frozenset({"deny", "dispute", "doubt"})
_DENIED_DENIALS: Final = words.OWNING_UP | {"deny", "doubt"}
"""Verbs that say something by being denied: "did not hide that the quay was lost"."""
_ASKING: Final = frozenset({"ask", "question", "tell", "press", "quiz", "urge", "order", "warn", "advise"})
REPORTING: Final = frozenset({"be"}).union(
    words.CLAUSE_VERBS,
    words.THOUGHT_VERBS,
    words.THAT_VERBS,
    words.OWNING_UP,
    words.INFINITIVE_VERBS,
    words.REPORTED_PASSIVES,
    words.GERUND_VERBS,
    words.BARE_GERUND_VERBS,
    words.PHRASES,
)
"""The verbs of which the grammar of a sentence says something."""
_STEPS: Final = 6
_CARRIED: Final = 3


def lemma_of(syntax: Syntax, token: int) -> str:
    """Return the lemma the word lists use."""
    lemma = syntax.tokens[token].lemma
    return words.LEMMAS.get(lemma, lemma)


def cue_verbs(view: View) -> Iterator[int]:
    """Yield the verbs of the spoken blocks, in text order."""
    tokens, sentences = view.syntax.tokens, view.annotations.sentences
    for number in view.sentences:
        for token in sentences[number].tokens:
            if tokens[token].pos in _VERBS:
                yield token


def is_negated(view: View, verb: int) -> bool:
    """Tell whether the saying is denied: "did not say", "declined to say", "refused to confirm".

    The "No" that is said is no denial: “No,” Harrow said.
    """
    syntax = view.syntax
    here = verb
    for _ in range(_STEPS):
        if any(
            (syntax.tokens[child].dep == "neg" or view.lower(child) in _NEGATION)
            and view.is_quoted(child) == view.is_quoted(here)
            for child in syntax.children[here]
            if child < here or syntax.tokens[child].dep == "neg"
        ):
            return lemma_of(syntax, here) not in _DENIED_DENIALS or here != verb
        token = syntax.tokens[here]
        if token.dep not in {"xcomp", "ccomp", "conj"} or token.head == here:
            return False
        if token.dep == "ccomp" and syntax.subject(here) is not None:
            return False
        if token.dep == "conj" and syntax.subject(here) is not None:
            return False
        if token.dep == "conj" and token.tag != "VB":
            return False
        here = token.head
        if lemma_of(syntax, here) in words.NEGATED:
            return True
    return False


def is_supposed(view: View, verb: int) -> bool:
    """Tell whether the saying is only possible or still to come: "would say", "may ask", "will announce"."""
    syntax = view.syntax
    return any(syntax.tokens[child].tag == "MD" for child in syntax.children[verb])


def is_conditional(view: View, verb: int) -> bool:
    """Tell whether the saying is a condition or a question: "if the crews said so", "had the crews said so, …"."""
    syntax = view.syntax
    here = verb
    for _ in range(_STEPS):
        if any(
            view.lower(child) in _CONDITIONS and syntax.tokens[child].dep == "mark"
            for child in syntax.children[here]
            if child < here
        ):
            return True
        if syntax.tokens[here].dep not in {"conj", "xcomp"} or syntax.tokens[here].head == here:
            break
        here = syntax.tokens[here].head
    return _opens_with_had(view, here)


def _opens_with_had(view: View, verb: int) -> bool:
    """Tell whether a clause is a condition by its order of words: "Had the crews said that …, nobody would …"."""
    syntax = view.syntax
    first = syntax.child(verb, "aux")
    if first is None or view.lower(first) not in {"had", "should", "were"}:
        return False
    subject = syntax.subject(verb)
    return subject is not None and first < subject < verb


def is_denied_above(view: View, verb: int) -> bool:
    """Tell whether the saying is itself what somebody denies: “asked” in "denied that he had asked her to wait"."""
    syntax = view.syntax
    here = verb
    for _ in range(_STEPS):
        token = syntax.tokens[here]
        if token.dep not in {"ccomp", "xcomp", "pcomp", "prep", "conj"} or token.head == here:
            return False
        here = token.head
        if token.dep in {"conj", "prep"} or here > verb:
            continue
        if lemma_of(syntax, here) in _DENYING or is_negated(view, here) or is_conditional(view, here):
            return True
    return False


def is_purpose(view: View, verb: int) -> bool:
    """Tell whether a question is only what somebody came for: "stopped to ask whose it was", "no court's job to say who"."""
    syntax = view.syntax
    token = syntax.tokens[verb]
    clause = syntax.child(verb, "ccomp")
    if token.dep not in {"acl", "advcl", "relcl"} or token.tag != "VB" or clause is None:
        return False
    first = min(syntax.below(clause))
    return any(view.lower(child) == "to" for child in syntax.children[verb]) and (
        syntax.tokens[first].tag in {"WP", "WP$", "WRB", "WDT"} or view.lower(first) in {"if", "whether"}
    )


def is_asked(view: View, verb: int) -> bool:
    """Tell whether whoever the sentence is about is the one spoken to: "Asked whether it was safe, Harrow said …"."""
    syntax = view.syntax
    token = syntax.tokens[verb]
    if token.tag not in {"VBN", "VBD"} or lemma_of(syntax, verb) not in _ASKING:
        return False
    subject = syntax.subject(verb)
    if (
        subject is not None
    ):  # "Harrow, asked whether it was safe, said …": only a comma parts it from its subject
        return subject == verb - 2 and syntax.tokens[verb - 1].text == ","
    return token.dep in {"advcl", "acl", "nsubj", "csubj", "dep"} and syntax.child(verb, "aux") is None


def is_inquiry(view: View, verb: int) -> bool:
    """Tell whether the sentence of `verb` asks: "What does Harrow want to close?" says nothing of what Harrow wants."""
    return view.syntax.tokens[view.sentence_tokens(verb)[-1]].text == "?"


def is_said_with_that(view: View, verb: int, lemma: str) -> bool:
    """Tell whether a verb reports by its "that": "moved that the plan be approved", "did not hide that it leaked"."""
    syntax = view.syntax
    denied = any(syntax.tokens[child].dep == "neg" for child in syntax.children[verb])
    if lemma not in words.THAT_VERBS and not (denied and lemma in words.OWNING_UP):
        return False
    clause = syntax.child(verb, "ccomp")
    return clause is not None and any(
        view.lower(child) == "that" and verb < child < clause and syntax.tokens[child].dep == "mark"
        for child in syntax.children[clause]
    )


def cue_span(view: View, verb: int) -> Span:
    """Return the characters of a verb of saying with its particle and the verbs that carry it: "went on to say"."""
    syntax = view.syntax
    first = last = verb
    for child in syntax.children[verb]:
        if syntax.tokens[child].dep == "prt" and child - verb in {1, 2}:
            last = max(last, child)
    token = syntax.tokens[verb]
    head = token.head
    if (
        token.dep == "xcomp"
        and head < verb
        and verb - head <= _CARRIED
        and lemma_of(syntax, head) in words.CARRYING_VERBS
    ):
        first = head
    return syntax.span(first, last)
