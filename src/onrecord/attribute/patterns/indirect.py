"""Reported speech: clauses, infinitives and gerunds that hang on a word of saying.

The rule: content is the clause itself, from behind the cue and its "that" to the clause's end. Where the cue stands
behind or inside what was said ("The tide, Harrow said, had turned"), content is the rest of the sentence.

Evidence: "Harrow said the tide had turned" · "urged the crews to wait" · "According to Harrow, the tide had turned"
· "repeated his claim that the tide had turned" · "was accused of hiding the figures".
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from onrecord.attribute.bounds.clauses import (
    before_frame,
    clause_after,
    clause_behind_that,
    has_clause_form,
    is_bare,
    rest_of_sentence,
    trimmed,
)
from onrecord.attribute.frame.drafts import Draft
from onrecord.attribute.patterns.opinions import find_estimates, find_held, find_opinions
from onrecord.attribute.sources.cues import (
    REPORTING,
    cue_span,
    cue_verbs,
    is_asked,
    is_conditional,
    is_denied_above,
    is_inquiry,
    is_negated,
    is_purpose,
    is_said_with_that,
    is_supposed,
    lemma_of,
)
from onrecord.attribute.sources.sources import find_owner, find_source, source_at
from onrecord.lexicon import cues as words
from onrecord.model.attribution import Act, Level
from onrecord.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.attribute.frame.drafts import Source
    from onrecord.attribute.frame.view import View

_NOUNS: Final = words.CLAUSE_NOUNS | words.INFINITIVE_NOUNS
_HELPING: Final = frozenset({"aux", "auxpass"})


def find_reported(view: View) -> list[Draft]:
    """Return the attributions that the grammar of single sentences shows."""
    found: list[Draft] = []
    for verb in cue_verbs(view):
        if view.syntax.tokens[verb].dep in _HELPING or lemma_of(view.syntax, verb) not in REPORTING:
            continue
        if is_negated(view, verb) or is_supposed(view, verb):
            continue
        if is_conditional(view, verb) or is_denied_above(view, verb) or is_purpose(view, verb):
            continue
        drafts = _of_verb(view, verb)
        found += filter(
            None, (_inside_quotation(view, draft) for draft in drafts) if view.is_quoted(verb) else drafts
        )
    according = frozenset(view.places_of(["according"]))
    tokens = view.syntax.tokens
    for number in view.sentences:
        for token in view.annotations.sentences[number].tokens:
            if tokens[token].lemma in _NOUNS and not view.is_quoted(token):
                found += _of_noun(view, token)
            if token in according and not view.is_quoted(token):
                found += _of_according(view, token)
    found += [*find_opinions(view), *find_held(view), *find_estimates(view)]
    return [draft for draft in found if not _is_mere_stance(view, draft, found)]


def _is_mere_stance(view: View, draft: Draft, others: Sequence[Draft]) -> bool:
    """Tell whether somebody is only said to agree: “agree” in "Harrow says all crews agree that …" is no speech."""
    if draft.verb is None or draft.cue is None or lemma_of(view.syntax, draft.verb) not in words.STANCES:
        return False
    return any(draft.cue in span for other in others if other is not draft for span in other.content)


def _inside_quotation(view: View, draft: Draft) -> Draft | None:
    """Return speech that somebody reports in a quotation, kept inside it: “The mayor told me that …”.

    Only plain telling by a named or described third person counts: “people say”, “they think” are figures of speech.
    """
    if draft.verb is None or draft.source is None or draft.rule != "indirect.clause":
        return None
    if (
        lemma_of(view.syntax, draft.verb) not in words.TELLING_VERBS
        or view.mention_at(draft.source.heads[0]) is None
    ):
        return None
    quotation = view.quotation_at(draft.verb)
    if quotation is None or quotation.inside.end <= draft.start:
        return None
    content = tuple(
        Span(span.start, min(span.end, quotation.inside.end))
        for span in draft.content
        if span.start < quotation.inside.end
    )
    return replace(draft, content=content, level=Level.POSSIBLE) if content else None


def _of_verb(view: View, verb: int) -> Iterator[Draft]:
    syntax = view.syntax
    lemma = lemma_of(syntax, verb)
    if lemma in words.CLAUSE_VERBS or lemma in words.THOUGHT_VERBS or is_said_with_that(view, verb, lemma):
        yield from _clauses(view, verb, lemma)
    if lemma in words.INFINITIVE_VERBS or (lemma in words.REPORTED_PASSIVES and _is_passive(view, verb)):
        yield from _infinitives(view, verb, lemma)
    if lemma in words.GERUND_VERBS:
        yield from _gerunds(view, verb, lemma)
    if lemma in words.BARE_GERUND_VERBS:
        yield from _bare_gerunds(view, verb, lemma)
    if lemma == "be":
        yield from _adjectives(view, verb)
    if lemma in words.PHRASES:
        yield from _phrases(view, verb, lemma)


def _is_passive(view: View, verb: int) -> bool:
    return view.syntax.child(verb, "auxpass", "nsubjpass") is not None or is_asked(view, verb)


def _source_of(view: View, verb: int) -> Source | None:
    """Return the source of `verb`; of "Asked by the crews whether …, Harrow said" the crews, never Harrow."""
    if not is_asked(view, verb):
        return find_source(view, verb)
    agent = view.syntax.child(verb, "agent")
    named = view.syntax.child(agent, "pobj") if agent is not None else None
    return source_at(view, named, avoid=verb) if named is not None else None


def _clauses(view: View, verb: int, lemma: str) -> Iterator[Draft]:
    """Find "said (that) …", "…, he said" and "…, he said, …"."""
    syntax = view.syntax
    source = _source_of(view, verb)
    if source is None and not (_is_passive(view, verb) and lemma in words.REPORTED_PASSIVES):
        return
    content: tuple[int, ...] = ()
    rule = "indirect.clause"
    following = [
        child
        for child in syntax.children[verb]
        if syntax.tokens[child].dep == "ccomp" and child > verb and not _is_infinitive(view, child)
    ]
    if following:
        content = clause_after(view, verb, following[0]) if has_clause_form(view, following[0]) else ()
    elif that := clause_behind_that(view, verb):
        content = that
    elif source is not None and lemma not in words.NEVER_ASIDE and is_bare(view, verb, source):
        content = rest_of_sentence(view, verb, source)
        content = () if content and is_asked(view, content[0]) else content
        rule = "indirect.aside"
    if content:
        yield Draft(
            content=syntax.spans_of(content),
            rule=rule,
            cue=cue_span(view, verb),
            verb=verb,
            source=source,
            act=words.act_of(lemma),
            level=Level.CERTAIN if source and lemma in {"say", "tell", "add", "state"} else Level.LIKELY,
        )


def _is_infinitive(view: View, verb: int) -> bool:
    return any(
        view.lower(child) == "to" and view.syntax.tokens[child].dep == "aux"
        for child in view.syntax.children[verb]
    )


def _infinitives(view: View, verb: int, lemma: str) -> Iterator[Draft]:
    """Find "pledged to …", "urged X to …" and "called on X to …"; who is to do it belongs to the content."""
    syntax = view.syntax
    source = _source_of(view, verb)
    passive = _is_passive(view, verb)
    if source is None and (not passive or lemma in words.WISHES):
        return
    if lemma in words.WISHES and is_inquiry(view, verb):
        return
    for child in syntax.children[verb]:
        if (
            child < verb
            or syntax.tokens[child].dep not in {"xcomp", "ccomp", "advcl"}
            or not _is_infinitive(view, child)
        ):
            continue
        if syntax.tokens[child].dep == "advcl" and lemma not in {"call", "appeal", "plead"}:
            continue
        addressed = [] if passive else _addressed(view, verb, child)
        indices = trimmed(view, sorted({*addressed, *syntax.below(child)}), after=verb)
        last = _particle_after(view, verb, lemma)
        indices = before_frame(view, [index for index in indices if index > last])
        if indices:
            cue = syntax.span(verb, last)
            yield Draft(
                content=syntax.spans_of(indices),
                rule="indirect.infinitive",
                cue=cue,
                verb=verb,
                source=source,
                act=words.act_of(lemma, infinitive=True),
            )
        return


def _addressed(view: View, verb: int, infinitive: int) -> list[int]:
    """Return the words that name who is asked: the object between the verb and the infinitive."""
    syntax = view.syntax
    found: list[int] = []
    for child in syntax.children[verb]:
        if not verb < child < infinitive:
            continue
        dep, word = syntax.tokens[child].dep, view.lower(child)
        if dep in {"dobj", "dative", "iobj"} or (dep == "prep" and word in {"on", "upon", "for"}):
            found += syntax.below(child)
    return found


def _particle_after(view: View, verb: int, lemma: str) -> int:
    """Return the last token of the cue: "called on", "appealed to", "warned"."""
    following = verb + 1
    joined = following < len(view.syntax.tokens) and view.lower(following) in {"on", "upon", "for", "with"}
    return following if joined and lemma in {"call", "appeal", "press", "push", "plead"} else verb


def _gerunds(view: View, verb: int, lemma: str) -> Iterator[Draft]:
    """Find "accused them of hiding …": the accused and the deed are the content."""
    syntax = view.syntax
    source = _source_of(view, verb)
    passive = _is_passive(view, verb)
    if source is None and not passive:
        return
    allowed = words.GERUND_VERBS[lemma]
    for child in syntax.children[verb]:
        if child < verb or syntax.tokens[child].dep != "prep" or view.lower(child) not in allowed:
            continue
        clause = syntax.child(child, "pcomp")
        if clause is None:
            continue
        target = syntax.child(verb, "dobj")
        before = syntax.below(target) if target is not None and verb < target < child and not passive else []
        inside = [*before, *(syntax.below(child) if before else syntax.below(clause))]
        indices = trimmed(view, sorted(inside), after=verb)
        if indices:
            yield Draft(
                content=syntax.spans_of(indices),
                rule="indirect.gerund",
                cue=syntax.span(verb, verb) if before else syntax.span(verb, child),
                verb=verb,
                source=source,
                act=words.act_of(lemma),
            )
        return


def _bare_gerunds(view: View, verb: int, lemma: str) -> Iterator[Draft]:
    """Find "denied hiding the figures"."""
    syntax = view.syntax
    source = find_source(view, verb)
    for child in syntax.children[verb]:
        token = syntax.tokens[child]
        if source and child > verb and token.dep in {"xcomp", "ccomp"} and token.tag == "VBG":
            indices = trimmed(view, syntax.below(child), after=verb)
            if indices:
                yield Draft(
                    content=syntax.spans_of(indices),
                    rule="indirect.gerund",
                    cue=cue_span(view, verb),
                    verb=verb,
                    source=source,
                    act=words.act_of(lemma, infinitive=True),
                )
            return


def _adjectives(view: View, verb: int) -> Iterator[Draft]:
    """Find "is certain that …"."""
    syntax = view.syntax
    adjective = syntax.child(verb, "acomp")
    if adjective is None or lemma_of(syntax, adjective) not in words.CLAUSE_ADJECTIVES:
        return
    source = find_source(view, verb)
    if source is None:
        return
    clause = syntax.child(adjective, "ccomp")
    if clause is not None and clause > adjective and not _is_infinitive(view, clause):
        indices = trimmed(view, syntax.below(clause), after=adjective)
        if indices:
            yield Draft(
                content=syntax.spans_of(indices),
                rule="indirect.adjective",
                cue=syntax.span(verb, adjective),
                verb=adjective,
                source=source,
                act=Act.BELIEF,
            )


def _phrases(view: View, verb: int, lemma: str) -> Iterator[Draft]:
    """Find "made it clear that …" and "is convinced that …": a verb that reports only with its companion."""
    syntax = view.syntax
    companions = words.PHRASES[lemma]
    near = next(
        (
            token
            for token in range(verb + 1, min(verb + 4, len(syntax.tokens)))
            if view.lower(token) in companions
        ),
        None,
    )
    if near is None and "" not in companions:
        return
    cue_end = verb if near is None else near
    source = (
        source_at(view, subject, avoid=verb)
        if (subject := syntax.subject(verb)) is not None
        else find_source(view, verb)
    )
    content = clause_behind_that(view, cue_end)
    if source and content:
        yield Draft(
            content=syntax.spans_of(content),
            rule="indirect.phrase",
            cue=syntax.span(verb, cue_end),
            verb=verb,
            source=source,
            act=words.act_of(lemma),
        )


def _of_noun(view: View, noun: int) -> Iterator[Draft]:
    """Find, at a noun, "his claim that …" and "the crews' plea to …"."""
    syntax = view.syntax
    token = syntax.tokens[noun]
    lemma = token.lemma
    if token.pos != "NOUN":
        return
    for child in syntax.children[noun]:
        if child < noun or syntax.tokens[child].dep not in {"acl", "ccomp", "relcl", "xcomp"}:
            continue
        that = any(
            view.lower(below) == "that" and syntax.tokens[below].dep == "mark"
            for below in syntax.children[child]
        )
        infinitive = _is_infinitive(view, child)
        if not (that and lemma in words.CLAUSE_NOUNS) and not (
            infinitive and lemma in words.INFINITIVE_NOUNS
        ):
            continue
        source = find_owner(view, noun)
        if source is None:
            continue
        indices = trimmed(view, syntax.below(child), after=noun)
        if not indices:
            continue
        governor = token.head
        light = token.dep == "dobj" and governor < noun and lemma_of(syntax, governor) in words.LIGHT_VERBS
        if light and is_negated(view, governor):
            continue
        yield Draft(
            content=syntax.spans_of(indices),
            rule="indirect.noun",
            cue=syntax.span(governor, noun) if light else syntax.span(noun, noun),
            verb=noun,
            source=source,
            act=words.act_of(lemma, infinitive=infinitive),
        )
        return


def _of_according(view: View, token: int) -> Iterator[Draft]:
    """Find, at the word "according", "According to Harrow, …" and "…, according to Harrow"."""
    syntax = view.syntax
    if view.lower(min(token + 1, len(syntax.tokens) - 1)) != "to":
        return
    to = token + 1
    named = syntax.child(to, "pobj") or syntax.child(token, "pobj")
    source = source_at(view, named, avoid=to) if named is not None else None
    if source is None:
        return
    content = rest_of_sentence(view, token, source)
    if content:
        yield Draft(
            content=syntax.spans_of(content),
            rule="indirect.according-to",
            cue=syntax.span(token, to),
            verb=token,
            source=source,
            level=Level.CERTAIN,
        )
