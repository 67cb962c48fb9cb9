"""Which pronouns may stand for a chain: learnt from the report's own words before anything else.

Titles and trades tell first ("Mrs Harrow", "the chairman"). Then the report's own habit: where one person is named in a
paragraph and "he said" follows, that person is "he" all through. Last, a given name that hardly varies ("Martha").
Whoever is "he" is never "she"; whoever nothing is known about may be either.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Final

from onrecord.attribute.frame.occupied import Occupied
from onrecord.attribute.stage.followed import find_followed
from onrecord.lexicon.given_names import is_womans_name
from onrecord.model.annotation import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from onrecord.attribute.frame.drafts import Draft
    from onrecord.attribute.frame.view import View
    from onrecord.model.annotation import Chain, Mention

_FEMALE_WORDS: Final = """
    mrs ms miss madam madame lady queen princess frau signora señora spokeswoman chairwoman congresswoman businesswoman
    councilwoman policewoman headmistress baroness duchess actress mother mum mom grandmother aunt widow wife sister
    daughter niece girlfriend waitress stewardess nun midwife schoolgirl girl woman abbess auntie bride dame empress
    fiancée forewoman gentlewoman goddaughter gran grandma granddaughter granny hostess housewife landlady mayoress
    mama mistress mme mlle mummy nan nana policewoman saleswoman seamstress señorita servicewoman sportswoman stateswoman
    stepdaughter stepmother stepsister tsarina viscountess
    """
_FEMALE: Final = frozenset(_FEMALE_WORDS.split())
_MALE_WORDS: Final = """
    mr sir lord king prince herr signor señor monsieur spokesman chairman congressman businessman councilman fisherman
    policeman fireman headmaster baron duke actor father dad grandfather uncle widower husband brother son nephew
    boyfriend waiter monk schoolboy boy man abbot bridegroom councilman earl emperor fiancé friar gentleman godson grandad
    grandpa grandson granddad groom imam landlord mullah nobleman patriarch pope postman salesman seaman
    stepbrother stepfather stepson tsar viscount
    """
_MALE: Final = frozenset(_MALE_WORDS.split())
_OFFICES: Final = frozenset({"chairman", "congressman", "councilman", "spokesman"})
"""Men's words that are also said of women who hold the office."""
_KIN: Final = frozenset({"of", "whose", "for", "to"})
_SHE: Final = frozenset({"she", "her", "hers", "herself"})
_POSSESSOR: Final = re.compile(r"^(?:(?!(?:of|for|to|whose)\b)[\w-]+\s)*[\w-]+['’]s?\s+(?=\S)")
_ENOUGH: Final = 3
"""How many times as often one pronoun must be used as the other before it says anything."""


class Agreement:
    """What a report tells of its persons' pronouns."""

    def __init__(self, view: View, drafts: Iterable[Draft], mentions: Sequence[tuple[Mention, str]]) -> None:
        self._text = view.text
        self._votes = _count_votes(view, drafts, mentions)
        self._known: dict[tuple[str, int], bool | None] = {}

    def may_be(self, chain: Chain, pronoun: str) -> bool:
        """Tell whether kind, titles, habit and given name of a chain allow a pronoun."""
        if pronoun in {"it", "its"}:
            return chain.kind is Kind.BODY
        if pronoun in {"they", "them", "their"}:
            return chain.kind in {Kind.BODY, Kind.GROUP}
        if chain.kind not in {Kind.PERSON, Kind.UNKNOWN}:
            return False
        female = self.is_female(chain)
        if female is None:
            # Of what is no person for sure, "the defence" is nobody's "she", and "her mother" is.
            return chain.kind is Kind.PERSON
        return female == (pronoun in _SHE)

    def is_only_by_name(self, chain: Chain) -> bool:
        """Tell whether nothing but a given name says which a person is: "Sasha", a woman's name here and a man's there."""
        name = _by_name(chain)
        agreeing = 0 if name is None else self._votes.get(chain.id, Counter[bool]())[name]
        return _by_title(chain, self._text) is None and not agreeing

    def is_called(self, chain: Chain, phrase: str) -> bool:
        """Tell whether a person may be called by `phrase`: "the businessman" is no Hillary."""
        words = set(phrase.casefold().split())
        female = self.is_female(chain)
        return female is None or not words & (_MALE if female else _FEMALE)

    def is_female(self, chain: Chain) -> bool | None:
        """Tell whether a person is "she" in this report; None where nothing tells."""
        key = (chain.id, len(chain.mentions))
        if key not in self._known:
            name, title = _by_name(chain), _by_title(chain, self._text)
            if name and title is False and _by_title(chain, self._text, less=_OFFICES) is None:
                name = title = None  # "Its chairman, Martha Harrow": only the report's own pronouns tell
            witnesses = (title, self._by_habit(chain, name=name), name)
            self._known[key] = next((told for told in witnesses if told is not None), None)
        return self._known[key]

    def witnesses(self, chain: Chain) -> tuple[bool | None, bool | None]:
        """Return what title and given name tell of a chain: True for she, False for he, None for nothing."""
        return _by_title(chain, self._text), _by_name(chain)

    def votes(self, chain: Chain, *, female: bool) -> int:
        """Return how many pronouns of the report speak for a chain being she (or he)."""
        return self._votes.get(chain.id, Counter[bool]())[female]

    def _by_habit(self, chain: Chain, *, name: bool | None) -> bool | None:
        """Read the pronouns around a person; against what the given name tells, one or two of them weigh nothing.

        "Zq disagreed with Martin Harrow. “It leaks,” she said.": she is somebody whom nobody has marked.
        """
        votes = self._votes.get(chain.id, Counter[bool]())
        she, he = votes[True], votes[False]
        if she == he or min(she, he) * _ENOUGH > max(she, he):
            return None
        if name is not None and name != (she > he) and max(she, he) < _ENOUGH:
            return None
        return she > he


def is_of_sex(noun: str, *, female: bool) -> bool:
    """Tell whether somebody called by `noun` may be "she" (or, without `female`, "he").

    >>> is_of_sex("woman", female=True), is_of_sex("woman", female=False), is_of_sex("teacher", female=False)
    (True, False, True)
    """
    return noun.casefold() not in (_MALE if female else _FEMALE)


def is_gendered(noun: str) -> bool:
    """Tell whether a noun calls a man, or a woman, only: "landlady".

    >>> is_gendered("landlady"), is_gendered("teacher")
    (True, False)
    """
    return noun.casefold() in _MALE | _FEMALE


def _by_title(chain: Chain, text: str, *, less: frozenset[str] = frozenset()) -> bool | None:
    """Read the words of roles and mentions up to a complement, less a possessor's and those of `less`.

    "The mother of Mr Roe" is a mother, "the chairwoman's predecessor" may be anybody.
    """
    female = male = False
    for phrase in (*chain.roles, *(mention.span.of(text) for mention in chain.mentions)):
        for word in _POSSESSOR.sub("", phrase.lower()).split():
            key = word.strip(".,’'").removesuffix("’s").removesuffix("'s")
            if key in _KIN:
                break
            female |= key in _FEMALE
            male |= key in _MALE - less
    return female if female != male else None


def _by_name(chain: Chain) -> bool | None:
    told = {is_womans_name(name.split()[0]) for name in chain.names if " " in name} - {None}
    return told.pop() if len(told) == 1 else None


def _count_votes(
    view: View, drafts: Iterable[Draft], mentions: Sequence[tuple[Mention, str]]
) -> dict[str, Counter[bool]]:
    """Count the pronouns that speak in a paragraph that has named one person before, by that person's chain.

    Beside them those that follow one person within a sentence: "Harrow met his successor.", "Harrow said she would go.".
    """
    drafts = list(drafts)
    told = Occupied(span for draft in drafts for span in draft.content)
    persons: dict[int, list[tuple[int, str]]] = defaultdict(list)
    for mention, chain_id in mentions:
        # "She said she would take Roe off. She felt …": whom she talks of is no witness.
        if mention.kind in {Kind.PERSON, Kind.UNKNOWN} and not told.overlaps(mention.span):
            block = view.block_of(view.syntax.at(mention.span.start))
            persons[block].append((mention.span.start, chain_id))
    votes: dict[str, Counter[bool]] = defaultdict(Counter)
    for draft in drafts:
        if draft.source is None or len(draft.source.heads) != 1:
            continue
        head = draft.source.heads[0]
        word = view.lower(head)
        if word not in {"he", "she"}:
            continue
        position = view.syntax.tokens[head].span.start
        named = {chain_id for start, chain_id in persons[view.block_of(head)] if start < position}
        if len(named) == 1:
            votes[named.pop()][word == "she"] += 1
    for chain_id, female in find_followed(view, mentions):
        votes[chain_id][female] += 1
    return votes
