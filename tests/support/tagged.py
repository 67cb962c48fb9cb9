"""Reports as the tagger is made to see them."""

from dataclasses import replace

from onrecord.attribute.frame.view import View
from onrecord.model.annotation import TaggedSpeech
from onrecord.model.span import Span
from support.attributed import view


def place(text: str, words: str) -> Span:
    """Return where `words` first stand in `text`."""
    return Span(text.index(words), text.index(words) + len(words))


def speech(text: str, *content: str, cue: str, source: str | None, score: float = 0.8) -> TaggedSpeech:
    """Return a reading of the tagger, its parts given by their words."""
    return TaggedSpeech(
        content=tuple(place(text, words) for words in content),
        cue=place(text, cue),
        source=place(text, source) if source else None,
        score=score,
    )


def view_of(text: str, *tagged: TaggedSpeech) -> View:
    """Return `text`, whose lines are blocks, as the attribute stage sees it with these readings."""
    seen = view(text)
    return View(seen.report, replace(seen.annotations, tagged=tagged))
