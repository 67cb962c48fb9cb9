"""Trades that people seldom change: who is called a striker in one report is hardly the judge of another.

Left out: offices, which politicians, managers and scholars hold one after another, and trades that are left for them.
"""

from __future__ import annotations

from typing import Final

_WORDS: Final = {
    "sport": """
        batsman boxer bowler cyclist defender footballer forward goalkeeper golfer gymnast jockey midfielder pitcher
        quarterback rower skater skier sprinter striker swimmer winger wrestler
        """,
    "law": "barrister judge magistrate prosecutor",
    "church": "archbishop bishop cardinal imam nun pastor priest rabbi vicar",
    "medicine": "cardiologist dentist midwife neurologist nurse oncologist paediatrician paramedic pediatrician surgeon",
    "arts": """
        actor actress ballerina cellist choreographer comedian conductor dancer drummer guitarist painter pianist rapper
        saxophonist sculptor singer soprano tenor violinist
        """,
}
_FIELD_OF: Final = {word: field for field, words in _WORDS.items() for word in words.split()}


def trade_field(noun: str) -> str | None:
    """Return the field that a trade belongs to, or None for what is no trade or tells none.

    >>> trade_field("striker"), trade_field("minister")
    ('sport', None)
    """
    return _FIELD_OF.get(noun.casefold())


_BRANCH_WORDS: Final = {
    "politics": """
        alderman congressman congresswoman councillor governor lawmaker legislator mayor minister mp parliamentarian premier
        president senator
        """,
    "bench": "judge magistrate prosecutor",
    "police": "constable detective inspector police policeman policewoman sergeant superintendent",
    "fire": "fire firefighter",
}
_BRANCH_OF: Final = {word: branch for branch, words in _BRANCH_WORDS.items() for word in words.split()}


def office_branch(word: str) -> str | None:
    """Return the branch of public service that a word of an office tells, or None: nobody serves in two at a time.

    >>> office_branch("mayor"), office_branch("police"), office_branch("spokesperson")
    ('politics', 'police', None)
    """
    return _BRANCH_OF.get(word.casefold())


_LIKE_WORDS: Final = (
    "advocate attorney barrister counsel lawyer solicitor",
    "author columnist essayist novelist playwright poet writer",
    "academic economist historian lecturer professor researcher scholar scientist sociologist",
    "clergyman cleric imam minister pastor priest rabbi reverend vicar",
    "detective inspector officer policeman policewoman sergeant superintendent",
    "ambassador consul diplomat envoy",
    "congressman congresswoman councillor deputy lawmaker legislator mp parliamentarian politician senator",
    "cellist musician pianist singer violinist violist",
    "dentist doctor medic physician surgeon",
    "captain mariner sailor skipper",
    "publicist representative spokesman spokesperson spokeswoman",
    "ceo executive head manager",
    "apprentice cadet learner student trainee",
    "headmaster headmistress headteacher schoolteacher teacher",
)
_LIKE: Final = {word: frozenset(words.split()) for words in _LIKE_WORDS for word in words.split()}


def like_trades(noun: str) -> frozenset[str]:
    """Return the trades that a writer may put for each other: "the lawyer" behind "her solicitor, Jo Roe".

    >>> sorted(like_trades("consul"))
    ['ambassador', 'consul', 'diplomat', 'envoy']
    """
    return _LIKE.get(noun.casefold(), frozenset())
