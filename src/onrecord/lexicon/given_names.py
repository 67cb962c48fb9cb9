"""Given names that nearly always tell a woman or a man, wherever a report is from.

Left out: names that change with the country (Andrea, Jan, Nicola, Simone), short forms of both (Alex, Chris, Sam) and
those that are places as well (Florence, Victoria). A name is a weak witness: what a report itself says goes before it.
"""

from __future__ import annotations

_FEMALE_WORDS = """
    abigail agnes agnieszka aisha alice alicia amanda amelia amina amy ana anastasia angela anita anke ann anna anne
    annika astrid barbara beatrice beatriz berit bianca birgit bridget brigitte camila carla carmen caroline catherine
    cecilia charlene christina christine clara claire claudia cristina daniela deborah denise diana doris dorothy
    edith eileen elena eleanor elizabeth ella ellen elsa emily emma erika esther eva fatima fiona francesca frances
    frida gabriela gertrude gillian giulia gloria greta gudrun hannah harriet heather heidi helen helena helga ida
    ilse ines inga ingrid irene irina irma isabel isabella jane janet jennifer jessica joanna johanna josephine
    judith julia julie karen karin katarina kate katherine kathleen katja kirsten laura lena leila linda lisa
    lorna louise lucia lucy luisa magdalena margaret margarita maria marie marina marta martha mary matilda
    melanie mercedes michelle miriam monica monika nadia nancy naomi natalia natalie natasha nina nora odile olga
    olivia pamela patricia paula pauline penelope petra priya rachel rebecca renata rita rosa rosalind rose ruth
    sabine samantha sandra sara sarah sheila shirley sigrid silvia solveig sonia sonja sophia sophie stella
    stephanie susan susana susanne svetlana sylvia tamara tatiana teresa theresa ulla ulrike ursula valentina vera
    veronica wanda wendy yolanda yvonne zainab zoe
    """
FEMALE_NAMES = frozenset(_FEMALE_WORDS.split())
"""Women's given names in lower case."""

_MALE_WORDS = """
    callum connor ewan gavin graeme hamish owen
    aaron abdul abdullah adam adrian ahmed alan albert aleksander alexander alfred anders andreas andrew andrzej
    anthony anton antonio arne arnold arthur barry benjamin bernard bernd björn boris brendan brian bruce bruno
    carl carlos cedric charles christian christopher claus colin craig daniel david dennis derek diego dietmar dieter
    dmitri dmitry donald douglas dragan duncan edgar edmund eduardo edward emil emmanuel enrique eric erik ernst
    eugene felipe felix ferdinand fernando francesco francisco frank franz fred frederick friedrich fritz gareth gary
    george gerald gerhard giorgio giovanni giuseppe gordon graham gregory guillermo gunnar gustav hans harald
    harold hassan heinrich henrik henry herbert hermann horst howard hugh hugo hussein ian ibrahim igor ivan jack
    jacob jakob james jason javier jeffrey jens jeremy jerome joachim joe joel johann john jonas jonathan jorge jose josé joseph
    juan julian jürgen karl keith kenneth kevin klaus konrad kurt lars lawrence leonard leo liam lorenzo
    louis luca lucas ludwig luigi luis lukas magnus manuel marc marcel marco marcus marek mario mark markus martin
    matthew matthias maurice mehmet michael miguel mikael mohamed mohammed muhammad mustafa nathan neil nicholas nigel
    nikolai norman oleg oliver olaf omar oscar oskar otto pablo patrick paul pavel pedro per peter petr philip pierre
    piers pietro piotr rafael ralph ramon raymond ricardo richard robert roberto rodrigo roger roland roman ronald rudolf
    rupert russell salvatore samuel sebastian sergei sergey sergio simon stanislav stefan stephen steven stuart sven
    thomas timothy tobias tom tomas tomasz trevor umberto viktor vincent vladimir volodymyr walter werner wilhelm
    william wolfgang yusuf zoltan
    """
MALE_NAMES = frozenset(_MALE_WORDS.split())
"""Men's given names in lower case."""


def is_given_name(word: str) -> bool:
    """Tell whether `word` is a given name that tells a woman or a man.

    >>> is_given_name("Martha"), is_given_name("Harbour")
    (True, False)
    """
    key = word.casefold()
    return key in FEMALE_NAMES or key in MALE_NAMES
