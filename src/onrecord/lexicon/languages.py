"""Which languages the rules of this program can read, and what exports call languages instead of by their tags."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

_NAMED: Final = """
afrikaans:af albanian:sq arabic:ar armenian:hy azerbaijani:az basque:eu belarusian:be bengali:bn bosnian:bs bulgarian:bg catalan:ca
chinese:zh croatian:hr czech:cs danish:da dutch:nl english:en estonian:et finnish:fi french:fr galician:gl georgian:ka german:de
greek:el gujarati:gu hausa:ha hebrew:he hindi:hi hungarian:hu icelandic:is indonesian:id irish:ga italian:it japanese:ja kannada:kn
kazakh:kk korean:ko kurdish:ku kyrgyz:ky latvian:lv lithuanian:lt macedonian:mk malay:ms malayalam:ml maltese:mt marathi:mr
mongolian:mn nepali:ne norwegian:no pashto:ps persian:fa polish:pl portuguese:pt punjabi:pa romanian:ro russian:ru serbian:sr
sinhala:si slovak:sk slovenian:sl somali:so spanish:es swahili:sw swedish:sv tamil:ta telugu:te thai:th turkish:tr ukrainian:uk
urdu:ur uzbek:uz vietnamese:vi welsh:cy
"""
"""English names of languages, as GDELT and others write them, and their tags (ISO 639-1)."""
_TAGS: Final[Mapping[str, str]] = {
    name: tag for name, _, tag in (pair.partition(":") for pair in _NAMED.split())
}
_UNDERSCORED: Final = re.compile(r"[A-Za-z]{2,3}(?:_[A-Za-z0-9]{1,8})+")


def as_tag(written: str) -> str:
    """Return the BCP 47 tag of a language named in English, or by a tag with low strokes; anything else as it is.

    >>> as_tag("ENGLISH"), as_tag("pt_BR"), as_tag("de"), as_tag("Volapük")
    ('en', 'pt-BR', 'de', 'Volapük')
    """
    if _UNDERSCORED.fullmatch(written):
        return written.replace("_", "-")
    return _TAGS.get(written.strip().casefold(), written)


def is_english(tag: str) -> bool:
    """Tell whether a BCP 47 tag, or a name somebody wrote for one, says English.

    >>> is_english("en-GB"), is_english("English"), is_english("de")
    (True, True, False)
    """
    key = tag.strip().casefold().replace("_", "-")
    return key in {"eng", "english"} or key.partition("-")[0] == "en"
