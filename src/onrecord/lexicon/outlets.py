"""Words that names of outlets are made of: what lets a line be read as a masthead."""

from __future__ import annotations

from typing import Final

_WORDS_OF_OUTLET_NOUNS = (
    "agency advertiser argus banner beacon bugle bulletin clarion intelligencer ledger spectator broadcaster broadcasting chronicle courier daily dispatch echo "
    "enquirer evening examiner express gazette globe guardian herald independent inquirer insider journal "
    "magazine mail mercury messenger mirror monitor news newspaper observer online post press radio "
    "record recorder register report reporter review sentinel standard star statesman sun telegram "
    "telegraph television times today tribune tv weekly wire world voice newswire network"
)
OUTLET_NOUNS: Final = frozenset(_WORDS_OF_OUTLET_NOUNS.split())
"""Last (or first) words of the names of papers, agencies and stations."""

_WORDS_OF_PAPER_NOUNS = (
    "advertiser argus bulletin chronicle courier dispatch enquirer examiner gazette herald inquirer newspaper observer"
    " sentinel telegraph times tribune"
)
PAPER_NOUNS: Final = frozenset(_WORDS_OF_PAPER_NOUNS.split())
"""Those of them that seldom mean anything else, so that two or three words that end in one are a masthead."""

_WORDS_OF_PARTS = (
    "central city coast coastal county daily east eastern evening free highland independent inland island"
    " lowland metropolitan midland morning national night north northern provincial regional south southern"
    " sunday valley weekend weekly west western"
)
PAPER_PARTS: Final = frozenset(_WORDS_OF_PARTS.split())
"""First words of papers' names that say where or when they are read: "Southern Mail"."""

_WORDS_OF_AGENCIES = (
    "AFP AP ANSA APA ANI ANP BBC Belga Bloomberg BNS BTA CNN CTK DPA dpa EFE EPA IANS IRNA Interfax Kyodo "
    "LUSA NTB PA PAP PTI RFE/RL Reuters RIA SPA STT TASS TT UNIAN UPI WAM Xinhua Ukrinform Anadolu AAP "
    "ATPE AGERPRES HINA MTI TASR LETA ELTA Tanjug Yonhap Bernama ANTARA"
)
AGENCIES: Final = frozenset(_WORDS_OF_AGENCIES.split()) | {
    "Agence France-Presse",
    "Anadolu Agency",
    "Associated Press",
    "AP News",
    "Press Association",
    "Thomson Reuters",
    "Xinhua News",
}
"""Agencies that stand in brackets after a place ("(AP) —"); other capitals there are believed as well."""

_WORDS_OF_STAMPS = (
    "alert analysis as breaking check comment correction editorial exclusive explained explainer fact factbox first gallery "
    "happened in interview it just latest live obituary opinion pictured pictures podcast poll profile quiz recap revealed "
    "review rolling timeline update updated updates verdict video watch weather"
)
STAMP_WORDS: Final = frozenset(_WORDS_OF_STAMPS.split())
"""Words in capitals that a desk puts before a headline and a colon: "LIVE: …", "BREAKING: …"; nobody's name."""

_WORDS_OF_SECTION_WORDS = (
    "africa americas analysis arts asia business breaking city companies court crime culture defence "
    "defense economy education energy entertainment environment europe exclusive explainer features "
    "finance fishing football health home industry international in-depth interview investigation latest "
    "law lifestyle live local magazine markets media middle money national nation news opinion people "
    "politics ports region regional science security shipping society sport sports tech technology top "
    "trade transport travel uk us usa video war weather world stories story category categories section "
    "brief headlines"
)
SECTION_WORDS: Final = frozenset(_WORDS_OF_SECTION_WORDS.split())
"""Words that name a section of a paper: a line made of nothing else is a label."""
