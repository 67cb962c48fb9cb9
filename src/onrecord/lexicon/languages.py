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
_OWN: Final = """
bahasa_indonesia:id català:ca čeština:cs cymraeg:cy dansk:da deutsch:de eesti:et español:es euskara:eu français:fr gaeilge:ga galego:gl
hrvatski:hr italiano:it latviešu:lv lietuvių:lt magyar:hu malti:mt nederlands:nl norsk:no polski:pl português:pt română:ro shqip:sq
slovenčina:sk slovenščina:sl suomi:fi svenska:sv türkçe:tr íslenska:is ελληνικά:el български:bg македонски:mk русский:ru српски:sr
українська:uk עברית:he العربية:ar فارسی:fa 中文:zh 日本語:ja 한국어:ko
"""
"""What languages call themselves."""
_CODES: Final = """
afr:af alb:sq ara:ar arm:hy aze:az baq:eu bel:be ben:bn bos:bs bul:bg cat:ca ces:cs chi:zh cym:cy cze:cs dan:da deu:de dut:nl ell:el
eng:en est:et eus:eu fas:fa fin:fi fra:fr fre:fr geo:ka ger:de gle:ga glg:gl gre:el guj:gu hau:ha heb:he hin:hi hrv:hr hun:hu hye:hy
ice:is ind:id isl:is ita:it jpn:ja kan:kn kat:ka kaz:kk kir:ky kor:ko kur:ku lav:lv lit:lt mac:mk mal:ml mar:mr may:ms mkd:mk mlt:mt
mon:mn msa:ms nep:ne nld:nl nor:no pan:pa per:fa pol:pl por:pt pus:ps ron:ro rum:ro rus:ru sin:si slk:sk slo:sk slv:sl som:so spa:es
sqi:sq srp:sr swa:sw swe:sv tam:ta tel:te tha:th tur:tr ukr:uk urd:ur uzb:uz vie:vi wel:cy zho:zh
"""
"""Codes of three letters (ISO 639-2, both of its sets)."""
_TAGS: Final[Mapping[str, str]] = {
    name.replace("_", " "): tag
    for name, _, tag in (pair.partition(":") for pair in f"{_NAMED} {_OWN} {_CODES}".split())
}
_TAG: Final = re.compile(r"([A-Za-z]{2,3})((?:[-_][A-Za-z0-9]{1,8})*)(?:\.[A-Za-z0-9-]+|@[a-z]+)?")
"""A tag, with low strokes and a set of characters as programs name places by (``en_GB.UTF-8``)."""
_REMARK: Final = re.compile(r"\s*\([^()]*\)$")


def as_tag(written: str) -> str:
    """Return the BCP 47 tag of a language given by its name, its code, or a tag in another form; anything else as it is.

    >>> as_tag("ENGLISH"), as_tag("pt_BR"), as_tag("eng"), as_tag("English (UK)"), as_tag("Volapük")
    ('en', 'pt-BR', 'en', 'en', 'Volapük')
    """
    said = " ".join(written.split())
    if named := _TAGS.get(_REMARK.sub("", said).casefold()):
        return named
    if tag := _TAG.fullmatch(said):
        return _TAGS.get(tag[1].lower(), tag[1].lower()) + tag[2].replace("_", "-")
    return written


def is_english(tag: str) -> bool:
    """Tell whether a BCP 47 tag, or a name somebody wrote for one, says English.

    >>> is_english("en-GB"), is_english("English"), is_english("de")
    (True, True, False)
    """
    key = tag.strip().casefold().replace("_", "-")
    return key in {"eng", "english"} or key.partition("-")[0] == "en"
