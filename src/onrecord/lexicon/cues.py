"""Words that report speech, and the construction each takes.

A word stands in a list for what may follow it: a clause ("said that …"), an infinitive ("urged them to …"), a gerund
after a preposition ("accused them of …"), a name for something ("called it …"). Verbs are lemmas as the parser gives
them. The lists were weighed on marked news: a word is here when what follows it is, more often than not, what
somebody said or thought.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from onrecord.model.attribution import Act

if TYPE_CHECKING:
    from collections.abc import Mapping


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


LEMMAS: Final[Mapping[str, str]] = {
    "hop": "hope",
    "sai": "say",
    "bemoane": "bemoan",
    "criticise": "criticize",
    "emphasise": "emphasize",
    "recognise": "recognize",
    "theorise": "theorize",
    "realise": "realize",
}
"""Lemmas that the parser gets wrong, or spells another way, and the ones the lists use."""

CLAUSE_VERBS: Final = _words(
    """
    say tell add suggest show argue note write announce explain state insist declare claim point acknowledge warn
    indicate question reveal agree assert respond admit predict reply report conclude complain concede continue
    demonstrate remark post joke assure imply remind signal emphasize recall maintain tweet mention hint contend
    charge boast rule reiterate recognize pledge caution estimate address promise stress repeat reassure reason
    propose proclaim posit lament testify vow swear counter confirm clarify disclose deny allege stipulate
    underline underscore highlight observe quip plead echo confess profess advise inform notify elaborate comment
    opine forecast speculate theorize protest object retort rejoin interject shout scream yell whisper mutter murmur
    chant exclaim email text blog publish lecture brag gush intone rant rave scoff sneer snap grumble moan bemoan
    bark fume gripe grouse muse wonder ask inquire enquire request demand urge recommend decree relate recount
    reckon summarise summarize teach accept dispute rebut cite detail describe
    relay outline pronounce sigh cry sob laugh message correct chide scold marvel demur crow deadpan thunder
    """
)
"""Verbs of saying that take a clause: "said that the tide had turned"."""

THOUGHT_VERBS: Final = _words(
    """
    think believe feel hope fear worry doubt suspect assume imagine guess figure surmise presume reckon
    conclude wonder calculate regret trust judge deem find determine realize
    """
)
"""Verbs of thinking that take a clause: "believes that the tide has turned"."""

QUOTATION_VERBS: Final = CLAUSE_VERBS | _words(
    """
    go read settle offer open begin start end finish close joke call ask answer think sign write print
    pen fire shoot crack press prompt quote advise order command scribble type volunteer venture agree greet welcome
    preach pray beg implore appeal taunt tease mock threaten vent weigh wail weep hiss growl bellow drawl chime pipe
    chuckle smile grin nod shrug recite reflect remember resume return urge pursue persist sum interrupt specify
    allow attest certify phone call declaim dismiss apologise apologize appear speak talk hit lash shoot express hold
    raise
    """
)
"""Verbs that introduce or close words in quotation marks."""

CLOSING_VERBS: Final = _words("answer consider grin nod share shrug smile specify sum")
"""Verbs that credit the words before them, without marks, only as those stand: "It is our custom, she smiled."."""

GESTURES: Final = _words("grin nod shrug smile")
"""Those of them that may also be deeds: "The crew cheered, the mayor grinned."."""

JESTS: Final = _words("jest joke quip wisecrack")
"""Verbs behind which words in the present tense are the speaker's own: a joke is told as it was made."""

POSTING_VERBS: Final = _words("post tweet chalk scribble type")
"""Verbs whose colon leads to words as they stand, with or without marks: "Velik posted: home at last"."""

INFINITIVE_VERBS: Final = _words(
    """
    promise plan vow ask agree urge encourage threaten order tell intend offer propose warn request demand swear hope
    claim instruct direct plead advise beg implore invite challenge recommend press lobby commit pledge call compel
    exhort caution profess petition command appeal undertake volunteer resolve counsel push remind forbid bid
    expect want
    """
)
"""Verbs that take an infinitive of what is said or meant to be done: "urged the crews to wait"."""

THAT_VERBS: Final = _words("expect hold move order pray scoff sniff snap")
"""Verbs that report a clause only behind "that": "moved that the plan be approved"."""

OWNING_UP: Final = _words("conceal disguise exclude hide")
"""Verbs that report when they are denied: "did not hide that the quay was lost"."""

WISHES: Final = _words("expect want")
"""Verbs of wishing that take an infinitive and whose passive tells nobody's wish: "is expected to close"."""

REPORTED_PASSIVES: Final = _words(
    "say report allege believe think rumour rumor tell ask urge advise instruct order warn accuse"
)
"""Verbs whose passive reports without a source or with one: "the crews were told to wait"."""

GERUND_VERBS: Final[Mapping[str, frozenset[str]]] = {
    "accuse": _words("of"),
    "warn": _words("of about against"),
    "suspect": _words("of"),
    "boast": _words("of about"),
    "brag": _words("about of"),
    "complain": _words("about of"),
    "speak": _words("of"),
    "talk": _words("about"),
    "insist": _words("on"),
    "criticize": _words("for"),
    "blast": _words("for"),
    "praise": _words("for"),
    "slam": _words("for"),
    "attack": _words("for"),
    "applaud": _words("for"),
    "rebuke": _words("for"),
    "thank": _words("for"),
    "blame": _words("for"),
    "fault": _words("for"),
    "commend": _words("for"),
    "condemn": _words("for"),
    "caution": _words("against"),
    "advise": _words("against"),
    "dream": _words("of"),
    "joke": _words("about"),
    "apologize": _words("for"),
}
"""Verbs and the prepositions after which a gerund tells what is said: "accused them of hiding the figures"."""

BARE_GERUND_VERBS: Final = _words(
    "suggest deny admit propose recommend advocate oppose mull acknowledge urge support consider"
)
"""Verbs whose gerund tells what is said: "denied hiding the figures"."""

NAMING_VERBS: Final = _words(
    """
    call describe dub label brand term deem hail denounce condemn decry praise criticize blast slam characterize
    declare pronounce dismiss deride ridicule mock portray paint depict cast express voice cite promise demand predict
    lament warn note discuss report offer mention reject blame accuse attack pillory assail lambast lambaste
    attribute liken compare style tout welcome applaud admit acknowledge claim deny propose
    pledge vow urge raise stress emphasize highlight underline underscore reference invoke quote view regard
    consider think say tell write tweet post shout chant
    """
)
"""Verbs whose quoted object is somebody's own words: "called the plan “a quiet theft”"."""

CLAUSE_NOUNS: Final = _words(
    """
    claim statement assertion suggestion complaint concern hope fear belief view warning promise pledge allegation
    accusation argument insistence contention conviction demand prediction assurance admission announcement
    declaration opinion reminder revelation report rumor rumour comment remark conclusion commitment vow threat
    advice assumption notion idea worry estimate charge acknowledgment acknowledgement suspicion boast
    agreement disappointment confidence consensus recommendation requirement request testimony theory finding
    understanding proposition speculation message confession hint guarantee reassurance expectation certainty
    """
)
"""Nouns that take a clause of what is said or thought: "his claim that the tide had turned"."""

INFINITIVE_NOUNS: Final = _words(
    """
    pledge promise proposal request claim call demand plea threat vow offer order commitment appeal invitation
    recommendation intention unwillingness willingness desire refusal determination suggestion advice instruction
    readiness need wish reluctance
    """
)
"""Nouns that take an infinitive: "the crews' plea to wait"."""

SPEAKING_NOUNS: Final = _words(
    """
    claim statement assertion suggestion complaint warning promise pledge allegation accusation argument demand
    prediction assurance announcement call appeal plea request threat vow offer concern hope fear belief doubt
    opinion view remark comment position stance intention willingness unwillingness agreement disappointment
    support regret confidence optimism conviction message issue objection denial criticism readiness opposition
    """
)
"""Nouns that a light verb brings forth, so that its subject is the source: "repeated his claim that …"."""

LIGHT_VERBS: Final = _words(
    """
    repeat make issue express voice reiterate renew show raise give send have offer share reaffirm state
    echo press air deliver stress restate underline declare convey signal announce release hold
    """
)
"""Verbs that bring a speaking noun forth: "voiced fears that …"."""

CLAUSE_ADJECTIVES: Final = _words(
    """
    sure hopeful confident optimistic convinced adamant certain worried concerned afraid aware doubtful sceptical
    skeptical insistent clear positive mindful pessimistic disappointed unsure fearful emphatic
    """
)
"""Adjectives of a source that take a clause: "was confident that the tide would turn"."""

ADDRESSING_VERBS: Final = _words("ask tell urge order warn remind beg implore assure advise answer")
"""Verbs whose object is whom the words were said to: "asked the crews “Stop”"."""

PHRASES: Final[Mapping[str, frozenset[str]]] = {
    "let": frozenset({"drop", "known", "slip"}),
    "make": frozenset({"clear", "plain", "known", "secret"}),
    "convince": frozenset({""}),
    "persuade": frozenset({""}),
}
"""Verbs that report only beside another word ("made it clear that …"); the empty word asks for none."""

AS_VERBS: Final = _words(
    """
    note say report write state put point tell explain see believe warn argue recall mention describe stress
    emphasize announce observe claim confirm predict acknowledge suggest add think remark show
    """
)
"""Verbs of a comparing clause that credits the rest of the sentence: "As Harrow notes, …"."""

NEGATED: Final = _words("decline refuse fail forget neglect hesitate avoid stop")
"""Verbs that take back the speech that hangs on them: "declined to say whether …"."""

NEGATIONS: Final = _words("not no never none nobody nothing neither nor without cannot")
"""Words that take back what follows them."""

DENYING: Final = _words(
    """
    deny denies denied denying denial denials reject rejects rejected rejecting rejection dismiss dismisses dismissed
    dismissing dismissal dispute disputes disputed disputing refute refutes refuted refuting rebut rebuts rebutted
    rebutting contradict contradicts contradicted contradicting disavow disavowed disown disowned
    doubt doubts doubted doubting doubtful sceptical skeptical hide hides hid hiding conceal
    conceals concealed concealing disguise disguised exclude excludes excluded excluding
    """
)
"""Words of a cue that take back what it reports: "denied that the quay would close"."""

REFUSING: Final = _words(
    """
    decline declines declined declining refuse refuses refused refusing fail fails failed failing neglect neglected
    hesitate hesitated avoid avoided avoiding stop stopped forget forgot unwilling unwillingness refusal reluctant
    reluctance unable unsure
    """
)
"""Words that take back the infinitive or the speech that hangs on them: "refused to close the quay"."""

CARRYING_VERBS: Final = _words(
    "go continue want seek begin start keep try like come proceed appear seem love need have rush"
)
"""Verbs between a source and its verb of saying: "went on to say"."""

TELLING_VERBS: Final = _words("say tell claim promise warn announce declare assure insist")
"""Verbs strong enough to make speech of what somebody quotes somebody else as saying."""

STANCES: Final = _words("agree accept concede expect want")
"""Verbs that are no speech of their own inside what somebody else is reported to say."""

VIEW_NOUNS: Final = _words(
    """
    account assessment calculation calculations data estimate estimates estimation figures judgment judgement opinion
    reckoning telling version view word words
    """
)
"""Nouns that credit the rest of the sentence behind "in" or "by": "In Harrow's view, …", "By her account, …"."""

NEVER_ASIDE: Final = _words(
    "protest respond ask show find rule describe press push demonstrate inquire teach"
)
"""Verbs that do not credit the sentence around them: "…, crowds protested"."""

NOBODY: Final = _words("nobody none nothing neither")
"""Sources that are nobody: what "no one said" was not said."""

_REQUESTS: Final = _words(
    """
    ask urge order request demand plead beg implore invite call exhort petition command appeal press lobby instruct
    direct encourage challenge recommend advise counsel forbid bid caution plea instruction recommendation advice
    invitation push remind question inquire enquire
    """
)
_ONLY_WITH_INFINITIVE: Final = _words(
    "ask question inquire enquire caution call press push challenge appeal remind"
)
_BELIEFS: Final = (
    THOUGHT_VERBS - _words("conclude")
    | CLAUSE_ADJECTIVES
    | _words(
        "hope fear belief conviction view opinion assumption notion worry concern suspicion confidence expectation doubt convince persuade"
    )
)
_INTENTIONS: Final = _words(
    """
    promise plan vow intend threaten offer pledge swear commit undertake volunteer resolve proposal commitment
    intention unwillingness willingness desire determination threat readiness reluctance refusal wish want
    """
)


def is_cue_verb(lemma: str) -> bool:
    """Tell whether the verb reports speech or thought in any construction."""
    return lemma in CLAUSE_VERBS or lemma in THOUGHT_VERBS or lemma in INFINITIVE_VERBS


def act_of(lemma: str, *, infinitive: bool = False) -> Act:
    """Return what somebody does who is reported with this word.

    >>> act_of("promise"), act_of("promise", infinitive=True)
    (<Act.ASSERTION: 'assertion'>, <Act.INTENTION: 'intention'>)
    """
    if lemma in _REQUESTS and (infinitive or lemma not in _ONLY_WITH_INFINITIVE):
        return Act.REQUEST
    if lemma in _BELIEFS and not infinitive:
        return Act.BELIEF
    if infinitive and lemma in _INTENTIONS:
        return Act.INTENTION
    return Act.ASSERTION
