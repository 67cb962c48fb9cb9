"""Words put before a name that say nothing of an office: "Mr", "Dame", "Dr", "Sister", "Mullah"."""

from __future__ import annotations

import re

_HONORIFICS_WORDS = """
    emerita emeritus mr mrs ms miss mx dr prof sir dame lord lady madam madame monsieur mme mlle herr frau señor señora signor signora rev hon shri smt sheikh sri doña
    """
HONORIFICS = frozenset(_HONORIFICS_WORDS.split())
"""Honorifics in lower case, without a full stop."""

_STYLES_WORDS = """
    abbess abbot eminence excellency highness holiness majesty godfather godmother alhaja alhaji archdeacon aunt auntie aunty ayatollah baroness bhikkhu brother countess dato datuk det
    duchess father fr frère fräulein fru haji hajji hodja kapitan maestro maître marchioness marquess     monsignor mother mufti mullah oberst padre pandit père reverend revd rt señorita signorina sister soeur swami
    tsar uncle ustad ustadh venerable viscount viscountess
    begum deacon dona gospodin gospodja grandad granddad granny hajj kyria kyrios maulana maulvi mister missus oma onkel opa
    pani paní pán sayyed sayyid seyyed seyed syed shaikh shaykh tante tovarisch
    """
STYLES = frozenset(_STYLES_WORDS.split())
"""What members of an order, a court or a family are called before their names, when it has a capital: "Sister Agnes"."""

_RANKS_CUT = frozenset(
    ("acad", "academician", "brig", "cdr", "cdre", "cllr", "cmdre", "cpo", "cr", "flt", "gp", "ldr", "mgr", "msgr", "sqn", "wg")
)  # fmt: skip
"""Ranks of forces, church and academy as they are cut short before a name, each word of them: "Sqn Ldr Velik"."""
_RANKS = frozenset(("dame", "lady", "lord", "madame", "rev", "sheikh", "sir", "sri", "doña"))
"""Honorifics that few bear, so that "Lord Velik" is one name."""

_AMBIGUOUS_WORDS = """
    bailie canon citizen comrade count dad elder gran grandma grandmother grandpa grandfather mum metropolitan
    prior private reeve superior teen
    don duke earl guru pan prophet
    abuna acharya ato baba bapak baroni dada daw dom fray frei ibu kgosi khun laird landrat maharaja mallam hajiya mama mwalimu
    mzee nana pak puan ras sor starosta syndic thiru tuan tun tío tía voivode weizero
    angry anxious beloved big brave cautious cheerful controversial convicted defiant delighted devoted disgraced distraught
    elderly embattled emotional exhausted exiled famous fellow furious grieving heartbroken injured jailed jubilant junior legendary
    little local maverick moderate modest nervous old outgoing outspoken popular proud radical relieved renowned retired senior shocked
    smiling stunned suspected suspended tearful troubled veteran visiting weary widowed worried wounded young
    conservator custodian intendant prefect prop recorder spinner supervisor sweeper
    communist conservative democrat independent liberal republican socialist tory
    """
_AMBIGUOUS = frozenset(_AMBIGUOUS_WORDS.split())

POSTNOMINALS = frozenset(
    ("qc", "kc", "sc", "mp", "mep", "mla", "msp", "obe", "cbe", "mbe", "phd", "md", "esq", "frs", "dds")
)
"""Letters after a name, in lower case, without full stops."""
_HONOURS_WORDS = """
    aca acca bl bsc cmg cvo dbe dcmg dfc dphil dsc dso fba fca frse frsa frsl gbe gcb gcmg kbe kcb kcmg kcvo llb llm lvo mbchb mbbs mc msc
    jp psm td vrd
    """
_HONOURS = frozenset(_HONOURS_WORDS.split())
_COLLEGES = re.compile(r"[FM]RC[A-Z]{1,5}|[FM]I[A-Z]{2,3}E")
"""Fellows and members of royal colleges and institutions: "FRCP", "MICE"."""

_CUT_SHORT_WORDS = """
    Amb. Atty. Capt. Cllr. Cmdr. Col. Cpl. Det. Fr. Insp. Lt. Maj. Msgr. Pvt. Sgt. Spc. Supt.
    """
RANKS_CUT_SHORT = frozenset(_CUT_SHORT_WORDS.split())
"""Ranks as they are cut short before names, which a small parser takes for the ends of sentences."""


def is_honorific(word: str) -> bool:
    """Tell whether `word` is an honorific, with or without its full stop, or a style with its capital.

    >>> is_honorific("Mrs."), is_honorific("Sister"), is_honorific("sister")
    (True, True, False)
    """
    key = word.casefold().rstrip(".")
    return key in HONORIFICS or (word[:1].isupper() and (key in STYLES or key in _RANKS_CUT))


def is_postnominal(word: str) -> bool:
    """Tell whether `word` is letters after a name.

    >>> is_postnominal("KBE"), is_postnominal("FRCP"), is_postnominal("Ph.D."), is_postnominal("BBC")
    (True, True, True, False)
    """
    bare = word.replace(".", "")
    key = bare.casefold()
    return key in POSTNOMINALS or (
        bare.isupper() and (key in _HONOURS or _COLLEGES.fullmatch(bare) is not None)
    )


def is_style(word: str) -> bool:
    """Tell whether `word` is a style with its capital, which belongs to somebody of one name: "Sister Agnes".

    >>> is_style("Mullah"), is_style("Mrs")
    (True, False)
    """
    key = word.casefold().rstrip(".")
    return word[:1].isupper() and (key in STYLES or key in _RANKS)


def may_be_style(word: str) -> bool:
    """Tell whether `word` is a style before given and family name only, and a name itself before one: "Elder Jo Roe".

    >>> may_be_style("Elder")
    True
    """
    return word[:1].isupper() and word.casefold() in _AMBIGUOUS
