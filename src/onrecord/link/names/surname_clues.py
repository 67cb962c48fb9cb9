"""What the reports themselves say against taking a bare surname for the full name of another report.

One report names a doctor in full, the next gives a surname of somebody of another age, of another sex, of another trade,
of somebody on trial, or of a firm: a brother, a stranger or a house of that name. And reports that were taken for one happening by
their town and day alone, with hardly another word in common, say nothing of who is meant.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.lexicon.calendar import MONTHS, WEEKDAYS
from onrecord.lexicon.descriptions import is_past, read_office
from onrecord.lexicon.stopwords import STOPWORDS
from onrecord.lexicon.trades import office_branch, trade_field
from onrecord.text.normalise import normalise
from onrecord.text.stem import stem

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from onrecord.link.names.chain_sets import ChainSets
    from onrecord.model.annotation import Chain, Mention

_AGE = re.compile(r",\s(\d{1,3})(?=$|,|\sand\b)")
_AGE_BEFORE = re.compile(r"\b(\d{1,3})-year-old\b")
_YEARS = 2
"""Years by which reports may differ on one person's age: one of them was written later, or is wrong."""
_SENTENCE = re.compile(r"(?<=[.!?”\"])\s+(?=[A-Z“\"])|\n+")
_QUOTED = re.compile(r"“[^”]*”?|\"[^\"\n]*\"?")
_TRIED = (
    r"(?:accused|charged|suspected|indicted|arrested|detained|convicted|sentenced|jailed|fined|prosecuted|tried|acquitted"
    r"|on\strial)"
)
_UNNAMED_ACCUSED = re.compile(
    rf"\b[Aa]n?\s(?:[\w'’-]+\s){{1,5}}?(?:who\s)?(?:(?:is|was|were|has\sbeen|had\sbeen)\s)?{_TRIED}\b"
)
"""Somebody brought up without a name, who is before a court: "A baker accused of arson", "a garage was fined"."""
_BEFORE_COURT = re.compile(
    r"\s(?:told\s(?:the|a|his|her)\s(?:judges?|court|magistrates?|jury|jurors|tribunal|bench|hearing)\b|pleaded\b|pled\b|denied\b|denies\b"
    r"|admitted\b|admits\b)",
    re.IGNORECASE,
)
_STANDS_ACCUSED = re.compile(
    rf"\b(?:{_TRIED}|accus\w+|charges|defendant|suspect|pleaded|trial|dock|custody|guilty|verdict|alleged\w*|arrest|police)\b",
    re.IGNORECASE,
)
_ALIKE = 2
"""Words that reports of one happening share at the least, besides names and days."""
_QUOTED_WORDS = 5
"""Words of a quotation that two reports of one happening do not have by chance."""
_SHORTEST = 4
_WORD = re.compile(r"(?<![\w'’-])[a-z][a-z-]+")
_COMMON_WORDS = """
    about added after again already also announced another asked because before being between called came city could country
    during early even every first five found four from given going group have held here hundred into just know largest last later least left like local made
    make many members might million more morning most much must near nearly never next night noon nothing number only other
    over part people place plan reported reporters right said same saying says second seven several should since some soon spoke spokesman
    spokeswoman state statement still such take talk tell than that their them then there these they thing this those
    thousand three through time today told took town turn until very want week weekend well went were what when where which
    while will with without work would year years yesterday
    """
_IDLE_STEMS = frozenset(
    stem(word)
    for word in (
        *_COMMON_WORDS.split(),
        *STOPWORDS["en"],
        *(m.casefold() for m in MONTHS),
        *(d.casefold() for d in WEEKDAYS),
    )
)


class SurnameClues:
    """What reports say of the bearers of surnames, read once for each chain.

    Args:
        texts: the text of each report id; without it nothing is known.
    """

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._texts = texts
        self._words: dict[str, frozenset[str]] = {}
        self._quoted: dict[str, frozenset[str]] = {}
        self._ages: dict[str, frozenset[int]] = {}

    def are_told_apart(self, sets: ChainSets, chain: Chain, holder: str) -> bool:
        """Tell whether the report of a bare surname says of its bearer what does not fit the one of a full name."""
        text = self._texts.get(chain.report_id)
        if not text:
            return False
        members = sets.members(holder)
        return (
            self._is_of_other_age(chain, members)
            or _is_of_other_trade(chain, members)
            or _is_of_other_branch(sets, chain, members)
            or is_firm(chain, text)
            or (_stands_accused_unnamed(chain, text) and not any(map(self._stands_accused, members)))
        )

    def are_alike(self, report_id: str, others: Iterable[str]) -> bool:
        """Tell whether a report shares words with one of `others`, besides names, days and what every report has, or a quotation."""
        words = self._told_words(report_id)
        return not words or any(
            not (theirs := self._told_words(other))
            or len(words & theirs) >= min(_ALIKE, len(words), len(theirs))
            or not self._quotations(report_id).isdisjoint(self._quotations(other))
            for other in sorted(others)
        )

    def _quotations(self, report_id: str) -> frozenset[str]:
        """Return the words of each quotation of several words, as compared."""
        if report_id not in self._quoted:
            found = map(normalise, _QUOTED.findall(self._texts.get(report_id, "")))
            self._quoted[report_id] = frozenset(one for one in found if one.count(" ") >= _QUOTED_WORDS - 1)
        return self._quoted[report_id]

    def _told_words(self, report_id: str) -> frozenset[str]:
        if report_id not in self._words:
            text = self._texts.get(report_id, "")
            found = {stem(word) for word in set(_WORD.findall(text)) if len(word) >= _SHORTEST}
            self._words[report_id] = frozenset(found - _IDLE_STEMS)
        return self._words[report_id]

    def _is_of_other_age(self, chain: Chain, members: Iterable[Chain]) -> bool:
        ours = self._find_ages(chain)
        theirs = {age for member in members for age in self._find_ages(member)} if ours else set[int]()
        return bool(theirs) and not any(abs(one - two) <= _YEARS for one in ours for two in theirs)

    def _find_ages(self, chain: Chain) -> frozenset[int]:
        if chain.id not in self._ages:
            text = self._texts.get(chain.report_id, "")
            self._ages[chain.id] = frozenset(
                int(found[1]) for mention in chain.mentions for found in _read_ages(mention, text)
            )
        return self._ages[chain.id]

    def _stands_accused(self, chain: Chain) -> bool:
        text = self._texts.get(chain.report_id, "")
        sentences = (_sentence(mention, text) for mention in chain.mentions if not mention.pronoun)
        return any(_STANDS_ACCUSED.search(_QUOTED.sub(" ", sentence)) for sentence in sentences)


def _read_ages(mention: Mention, text: str) -> list[re.Match[str]]:
    """Return the age that a report gives with a name: "Velik, 31, told", "31-year-old Velik"."""
    phrase = mention.span.of(text)
    behind = _AGE.match(text, mention.span.end)
    return [*_AGE.finditer(phrase), *_AGE_BEFORE.finditer(phrase), *([behind] if behind else ())]


def _is_of_other_trade(chain: Chain, members: Iterable[Chain]) -> bool:
    """Tell whether trades that nobody changes between part a bare surname from a full name."""
    return _are_disjoint(find_trades(chain), map(find_trades, members))


def _is_of_other_branch(sets: ChainSets, chain: Chain, members: Iterable[Chain]) -> bool:
    """Tell whether reports of one happening give a bare surname and a full name offices that nobody holds at a time."""
    event = sets.event(chain.report_id)
    beside = (member for member in members if sets.event(member.report_id) == event)
    return _are_disjoint(find_branches(chain), map(find_branches, beside))


def _are_disjoint(ours: set[str], others: Iterable[set[str]]) -> bool:
    theirs = set[str]().union(*others) if ours else ours
    return bool(theirs) and ours.isdisjoint(theirs)


def find_trades(chain: Chain) -> set[str]:
    """Return the fields of the trades that a report gives somebody."""
    heads = (head for role in chain.roles for head in read_office(role).heads)
    return {field for head in heads if (field := trade_field(head))}


def find_branches(chain: Chain) -> set[str]:
    """Return the branches of public service that a report has somebody serve in now: "police spokesman", "the mayor"."""
    offices = (read_office(role) for role in chain.roles if not is_past(role))
    words = (word for office in offices for word in (*office.heads, *office.marks))
    return {branch for word in words if (branch := office_branch(word))}


def _stands_accused_unnamed(chain: Chain, text: str) -> bool:
    """Tell whether a surname that nothing introduces is somebody's before a court whom the report brings up without a name.

    "A baker accused of arson was brought in. “I slept,” Velik told the judge."
    """
    first = chain.mentions[0].span
    if chain.roles or not any(_BEFORE_COURT.match(_behind(mention, text)) for mention in chain.mentions):
        return False
    return _UNNAMED_ACCUSED.search(text, 0, first.start) is not None


def _behind(mention: Mention, text: str) -> str:
    """Return what stands behind a mention and the age given with it."""
    return re.sub(r"^,\s\d{1,3},", "", text[mention.span.end : mention.span.end + 60])


def _sentence(mention: Mention, text: str) -> str:
    start = text.rfind("\n", 0, mention.span.start) + 1
    stop = text.find("\n", mention.span.end)
    place = mention.span.start - start
    for part in _SENTENCE.split(text[start : stop if stop >= 0 else len(text)]):
        if place <= len(part):
            return part
        place -= len(part) + 1
    return text[start : stop if stop >= 0 else len(text)]


_FIRM_BEFORE = (
    r"(?:brand|brewer|builder|chain|company|confectioner|developer|firm|giant|group|maker|manufacturer|operator|producer|retailer"
    r"|supplier)"
)
_FIRM_BEHIND = (
    r"(?:stock|shareholders|plants?|factory|factories|brand|Group|Holdings|Inc|Ltd|Limited|plc|Corp|SpA|AG)"
)


_NAME = "\0"
"""What stands for the name, so that one pattern serves all names, and is found at once."""
_FIRM_FORMS = re.compile(
    rf"{_NAME}(?:\s{_FIRM_BEHIND}\b|\s(?:will|would|has|had|is\sto|was\sto)\s\w+\sits\b"
    r"|[^.\n“”\"]*,\sit\s(?:said|announced|confirmed|added)\b)"
)
_SHARES_BEFORE = re.compile(r"\b[Ss]hares\s(?:in|of)\s$")
_KIND_BEFORE = re.compile(rf"\b{_FIRM_BEFORE}\s$")
_OWN_BEHIND = re.compile(rf"{_NAME}[^.\n“”\"]*\bits?\b")
_BEFORE = 20
"""Characters before a name that tell of a firm, at the most."""
_OF_WORD = re.compile(r"\w")


def is_firm(chain: Chain, text: str) -> bool:
    """Tell whether a report means a firm by a name that might be a surname.

    "Shares in Velik fell.", "Velik will close its mill, it said."
    """
    if not chain.name:
        return False
    first, *rest = _QUOTED.sub(" ", text).split(chain.name)
    masked = first
    for part in rest:
        whole = not _OF_WORD.match(masked[-1:]) and not _OF_WORD.match(part)
        masked += (_NAME if whole else chain.name) + part
    return _FIRM_FORMS.search(masked) is not None or any(
        _is_led_to_as_firm(masked, found.start()) for found in re.finditer(_NAME, masked)
    )


def _is_led_to_as_firm(masked: str, place: int) -> bool:
    """Tell whether the words before a name make a firm of it: "shares in" do, and "the brewer" of what "cuts its prices"."""
    before = masked[max(0, place - _BEFORE) : place]
    return _SHARES_BEFORE.search(before) is not None or (
        _KIND_BEFORE.search(before) is not None and _OWN_BEHIND.match(masked, place) is not None
    )
