"""Write the table of given names that tell a woman or a man, from the name lists of Faker.

    pip download faker --no-deps && unzip faker-*.whl -d faker
    python training/given_names.py faker

Faker (Copyright (c) 2012 Daniele Faraglia, MIT licence) lists the given names of some eighty languages. Kept are names
that only women, or only men, bear in all of them, as they are spelled in Latin letters without marks. Left out are
common words, places, names of the lists by hand (which go first), and names that elsewhere are the other sex's.
"""

import importlib
import pkgutil
import re
import sys
from collections import Counter
from pathlib import Path

from onrecord.lexicon.given_names import FEMALE_NAMES, MALE_NAMES
from onrecord.lexicon.places import is_place
from onrecord.text.rarity import rarity
from onrecord.text.script import fold_letters

TABLE = Path(__file__).parents[1] / "src/onrecord/lexicon/given_names.txt"
COMMON = 0.51
"""The rarity below which a word is met in texts as a word."""
WIDTH = 118
SHORT = 4
"""Letters of a name that one list alone is not believed: short forms are often of both."""
EITHER_WORDS = """
    adair addison alto bao adrian adriene ainsley akira alex alexis ali amari angel ari aria arden ariel ashley ashton aubrey august avery
    bailey beau billie blair blake bobbie bobby brett briar brook brooklyn cameron camille campbell carey carmel carmen carol
    carroll casey chandler charlie chi chris clair claude codie cody corey courtney cruz dakota dale dallas dana dani daniele
    darcy dee denis devin devon dominique drew dylan dusty eden elia elis elisha ellis emerson emery evelyn fabrice finley
    florence francis frankie freddie gabriele gale gene germaine guadalupe hadley haru harley harper hayden hikaru hilary
    hollis hong hunter ira jackie jae jaime jalen jamie jan jaden jean jerry jess jesse jessie jo joan jocelyn jody joey
    johnnie jordan jory joss juan jude jules julian jun justice kai kaoru karen karim karol kasey kay keegan kelly kelsey kendall
    kennedy kerry kim kimberly kit kirby kris kyle lake lane laurence laurie laverne lee leigh leslie lesley lin lindsay lindsey
    ling linh logan london lou loren luca lynn madison makoto marion marlo marlowe maria masami max mason mel merle micah michele
    mika minh misha mo monroe morgan nao nicky nicola nikita nima nika noa noam noel noor nur nuru odell ollie pat paris parker
    pascal pascale patrice patsy paul peyton phoenix pei quinn rain rajan randy raven ray reagan rebel reese rei remy ren rene
    riley rio river robbie robin robyn ronnie rory rosario rowan royal ryan ryo sacha sage saint sam sami sandy sasha sascha scout sean
    shannon shawn shelby sheridan shiloh shinobu sidney simone sina sky skylar skyler sol spencer stacy stevie storm sunny
    sydney tal tanner tatum taylor teddy temple terry thanh theo tobi tommie toni tony tracy tristan val vivian wei wen winnie
    wynn xuan yan yi yona yong yu yuki yuri yun zhen
    """
EITHER = frozenset(EITHER_WORDS.split())


def read_names(folder: str) -> tuple[Counter[str], Counter[str]]:
    """Return in how many lists the women's and the men's names stand, folded."""
    sys.path.insert(0, folder)
    package = importlib.import_module("faker.providers.person")
    found: dict[str, Counter[str]] = {"female": Counter(), "male": Counter()}
    for place in pkgutil.iter_modules(package.__path__):
        provider = importlib.import_module(f"{package.__name__}.{place.name}").Provider
        for sex, names in found.items():
            listed = [
                getattr(provider, member, ())
                for member in (f"first_names_{sex}", f"first_name_{sex}", f"first_romanized_names_{sex}")
            ]
            names.update({fold_letters(name.split()[0]) for one in listed if not callable(one) for name in one})
    return found["female"], found["male"]


def is_kept(name: str) -> bool:
    """Tell whether a folded name may stand in the table."""
    plain = re.fullmatch(r"[a-z]{3,}", name) is not None
    return plain and name not in EITHER and rarity(name) > COMMON and not is_place(name)


def write_table(folder: str) -> None:
    """Write the table: a line a sex and first letter."""
    women, men = read_names(folder)
    known = set(map(fold_letters, FEMALE_NAMES | MALE_NAMES))
    lines = [line for line in TABLE.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
    for sex, names, others in (("w", women, men), ("m", men, women)):
        kept = sorted(
            name
            for name in names.keys() - others.keys() - known
            if is_kept(name) and (len(name) > SHORT or names[name] > 1)
        )
        for letter in sorted({name[0] for name in kept}):
            lines.append(" ".join([sex, *(name for name in kept if name[0] == letter)]))
    TABLE.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    write_table(sys.argv[1])
