"""Words that a report gives as those of a fake: nobody is credited with them.

"In a fabricated interview Velik says: “I never liked the harbour.”", "A doctored video shows Velik saying that the pier will
close", “Down with the pier,” Velik says in the fake clip.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from onrecord.attribute.frame.drafts import Draft
    from onrecord.attribute.frame.view import View

_FAKE: Final = (
    r"(?:[Ff]aked?|[Ff]abricated|[Dd]octored|[Dd]eep-?fake|[Mm]anipulated|[Bb]ogus|[Mm]ade-up|[Ii]nvented|[Ff]orged|[Ff]ictitious|[Pp]hone?y|[Hh]oax"
    r"|[Pp]arody|[Ss]atirical|[Ss]poof|AI-generated|[Cc]omputer-generated)"
)
_HOLDER: Final = (
    r"(?:ad|advert|advertisement|article|audio|broadcast|clip|footage|headline|image|interview|letter|meme|message|news|page"
    r"|picture|post|quotation|quote|recording|report|screenshot|sketch|speech|statement|story|tweet|version|video|website)s?"
)
_WORDS: Final = r"(?:[\w’'-]+\s){0,2}?"
_MADE: Final = rf"{_FAKE}\s{_WORDS}{_HOLDER}\b(?!\s(?:affair|case|claims?|inquiry|row|scandal|trial)\b)"
_LED: Final = re.compile(rf"(?:In|On)\s(?:an?|the|this|that|one|another)\s{_WORDS}{_MADE}[^.;:“”\"]*")
_SHOWN: Final = re.compile(
    rf"\b{_MADE}[^.;“”\"]*?\b(?:attributes?|claims?|depicts?|has|had|having|makes?|in\swhich|quot(?:es?|ed|ing)|show(?:s|ed|ing)?|where)\b"
)
_BEHIND: Final = re.compile(rf",?\s(?:in|on)\s(?:an?|the|this|that)\s{_WORDS}{_MADE}")


def is_made_up(view: View, draft: Draft) -> bool:
    """Tell whether the report says that who is named never said it: the words stand in a fake, a parody or a forgery."""
    told = draft.cue or draft.content[0]
    number = view.syntax.sentence_of[view.syntax.at(told.start)]
    if number < 0:
        return False
    start = view.syntax.sentences[number].span.start
    end = draft.content[0].start if draft.content[0].start >= start else told.start
    named = told.start if draft.source is None else min(told.start, draft.source.span.start)
    return (
        _LED.fullmatch(view.text, start, max(start, named)) is not None
        or _SHOWN.search(view.text, start, max(start, end)) is not None
        or (draft.cue is not None and _BEHIND.match(view.text, draft.cue.end) is not None)
    )
