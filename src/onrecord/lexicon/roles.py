"""Nouns that say what a person, a body or a group is.

A head is looked up in the singular and in lower case: "minister" makes "Harbour Minister Ana Velik" a person and
"the minister" a description; "board" makes "the harbour board" a body.
"""

from __future__ import annotations

from functools import lru_cache

_PERSON_ROLES_WORDS = """
    activist actor ally actress adjutant administrator admiral advocate adviser advisor agent aide ambassador analyst
    anchor archbishop architect artist assistant astronaut athlete attorney author baker banker baron bishop boss
    boxer brigadier broker builder businessman businesswoman butcher campaigner candidate captain cardinal chair
    chairman chairperson chairwoman champion chancellor chief cleric clerk climber co-founder coach colonel
    columnist comedian commander commissioner commodore congressman congresswoman constable consultant consul
    contractor convener coordinator coroner corporal correspondent councillor councilman councilwoman councilor
    counsel counsellor crewman critic curator dean defendant delegate deputy designer detective developer dictator
    diplomat director doctor dockworker driver economist editor emir emperor engineer envoy ex-president executive
    expert farmer filmmaker fireman firefighter fisherman footballer forecaster founder general geologist governor
    graduate guard guide harbourmaster harbormaster head headmaster headteacher historian host hydrologist imam
    inspector instructor investigator investor inventor journalist judge justice king landlord lawmaker lawyer
    leader lecturer legislator librarian lieutenant lobbyist magistrate major manager marshal master mayor mediator
    member meteorologist midwife minister ministry-spokesman monarch monk musician negotiator neighbour neighbor
    neurologist novelist nurse officer official ombudsman operator organiser organizer organizer-in-chief owner
    painter paramedic parliamentarian partner pastor patriarch patrolman paediatrician pediatrician pilot planner
    player poet policeman policewoman politician pollster pope premier presenter president presidente priest prince
    princess principal producer professor programmer prosecutor psychiatrist psychologist publicist publisher queen
    rabbi ranger rapporteur rector referee reporter representative researcher resident retiree rival sailor
    scientist scholar secretary secretary-general senator sergeant shareholder sheriff shopkeeper singer skipper
    midfielder striker goalkeeper defender winger gaffer counterpart judge forger inspector superintendent provost
    amb atty gov sen rep gen lt col maj pvt sgt spc cllr cpl cmdr adm capt supt insp dci di ds dc pc pm ceo cfo coo mp mep
    sociologist shipowner soldier successor predecessor businessperson native solicitor speaker specialist spokesman spokesperson spokeswoman statistician steward
    strategist student superintendent surgeon surveyor survivor taoiseach teacher technician teenager
    theologian trader trainer treasurer trustee undersecretary vet veteran vicar victim virologist volunteer waiter
    accountant archaeologist caller diver ecologist auditor barrister biologist bystander choreographer claimant cleaner complainant
    commuter conservationist cyclist docker electrician entrepreneur environmentalist financier foreman
    forewoman friend jockey juror motorist passer-by pathologist pensioner plaintiff plumber psychologist
    sculptor shopper teammate tenant trucker umpire undertaker villager welder
    bailiff binman boatswain busker churchwarden composer coxswain crofter curate essayist fiddler forester glazier headmistress
    lifeboatman lyricist milkman newsreader notary organist physio piper postmistress postwoman purser registrar sexton
    soprano stonemason thatcher therapist verger weatherman
    archivist barber cheesemaker dressmaker grocer hiker landlady lawmaker policymaker shoemaker surfer tourist vintner watchmaker
    winemaker
    anaesthetist apprentice astronomer bartender beekeeper biochemist blacksmith bodyguard bookseller botanist bricklayer
    butler caretaker carer carpenter cashier cellist chef chemist climatologist cobbler cook dentist dermatologist drummer
    epidemiologist explorer florist fundraiser gardener geneticist geographer geophysicist goldsmith hairdresser hunter
    illustrator immunologist interpreter janitor jeweller joiner lifeguard linguist lobsterman mapmaker mathematician
    mechanic mentor microbiologist miner nephrologist nutritionist oceanographer oncologist optician palaeontologist
    parishioner pharmacist philanthropist philosopher photographer physician physicist physiotherapist pianist plasterer
    playwright porter postman potter psychotherapist radiologist restaurateur roofer schoolteacher screenwriter seamstress
    seismologist shepherd signalman songwriter stationmaster stockbroker tailor toxicologist trainee translator tutor
    violinist volcanologist waitress woodcutter zoologist
    alderman alderwoman assemblyman assemblywoman backbencher blogger bosun conductor influencer keeper matron podcaster rapper seaman trooper vlogger
    youtuber
    archpriest assemblymember bride bridegroom broadcaster clubman comptroller headman headwoman matriarch selectman suspect usher
    mayoress warden whip whistleblower widow widower witness worker writer
    anchorman barman boatman bondholder cameraman cattleman choirmaster churchman clergyman comandante craftsman doorman
    draughtsman ferryman fishmonger freeholder freshman frontman grazier groundsman guardsman gunman gunsmith handyman helmsman
    herdsman householder huntsman ironmonger kinsman leaseholder linesman locksmith marksman middleman newsman oarsman oilman
    outdoorsman pleader policyholder postmaster quartermaster repairman ringmaster salesman schoolmaster serviceman shipwright
    showman silversmith smallholder sophomore sportsman stakeholder stallholder statesman stockman tradesman tribesman
    watchman wheelwright yachtsman
    """
PERSON_ROLES = frozenset(_PERSON_ROLES_WORDS.split())
"""Singular nouns for one person by office, trade or part played."""

_BODY_NOUNS_WORDS = """
    academy administration agency airline alliance army assembly association authority bank base bloc board brigade
    broadcaster bureau cabinet coastguard chamber charity church club coalition college commission committee company
    confederation congress consortium cooperative corporation council court defence defense department directorate embassy factory
    federation firm force foundation fund government guild hospital institute institution junta laboratory league legislature
    magistracy maker manufacturer media military militia ministry mission movement museum navy network newspaper ngo
    observatory office operator organisation organization outlet panel parliament partnership party police
    presidency press prosecution registry regiment regulator secretariat senate service society squad studio syndicate
    automaker carmaker chipmaker clinic drugmaker insurer lender retailer supermarket
    taskforce team think-tank treasury tribunal trust union university utility watchdog
    """
BODY_NOUNS = frozenset(_BODY_NOUNS_WORDS.split())
"""Singular nouns for a body that can speak."""

_FIRM_NOUNS_WORDS = """
    airlines airways associates automotive biotech capital chemicals electric electronics energy enterprises
    entertainment express ferries finance foods freight holdings industries insurance international laboratories
    logistics lines mining motors oil partners petroleum pharma pharmaceuticals properties rail railways ratings
    resources semiconductors shipping solutions steel systems technologies telecom telecoms textiles transport ventures
    waterworks works
    """
_LEGAL_FORM_WORDS = "inc ltd limited plc llc corp gmbh ag oyj asa spa bv nv"
LEGAL_FORMS = frozenset(_LEGAL_FORM_WORDS.split())
"""Last words of firms' names that only say of what kind a firm is, in lower case."""
FIRM_NOUNS = frozenset(_FIRM_NOUNS_WORDS.split()) | LEGAL_FORMS
"""Last words of the names of firms, in lower case, as they stand there; as common words they name no body."""

_OUTLET_NOUNS_WORDS = """
    bulletin chronicle courier daily dispatch examiner gazette globe guardian herald independent inquirer journal
    mail mirror news newswire observer post press radio record review sentinel standard telegraph television times tribune
    weekly wire
    """
OUTLET_NOUNS = frozenset(_OUTLET_NOUNS_WORDS.split())
"""Last words of the names of outlets, in lower case; as common words they mean something else."""

_KIN_NOUNS_WORDS = """
    aunt boyfriend brother brother-in-law cousin dad daughter father fiance fiancee fiancé fiancée friend girlfriend grandfather
    grandmother grandson granddaughter husband mother mother-in-law mum mom nephew niece partner sister sister-in-law
    son stepfather stepmother uncle wife
    """
KIN_NOUNS = frozenset(_KIN_NOUNS_WORDS.split())
"""Singular nouns that say whose somebody is: "his brother, Jo Roe"."""

_COMPOUNDS = ("owner", "worker", "keeper", "fighter", "driver", "woman", "ologist")
"""Ends of compounds for a person that end no family name: "shipowner", "selectwoman", and not those of "Arkwright"."""

_GROUP_NOUNS_WORDS = """
    campaigner citizen country critic eyewitness family government household inhabitant insider islander local nation opponent
    parent partner passenger people police politician power protester rebel relative republic source staff
    striker supporter trade-unionist union unionist villager voter
    """
GROUP_NOUNS = frozenset(_GROUP_NOUNS_WORDS.split())
"""Singular nouns whose plural is a group that speaks, beside the plurals of all roles."""

PARTISANS = frozenset(
    {"conservative", "democrat", "green", "independent", "liberal", "republican", "socialist", "tory"}
)
"""Words for one of a party, in lower case."""

PLURAL_ONLY_BODIES = frozenset({"authorities", "police", "media", "forces"})

NOT_PERSONAL = frozenset(
    {"general", "justice", "head", "chief", "base", "master", "major", "chair", "counsel"}
)
"""Role nouns that are a person's only in company: with a modifier, a complement or a name."""


ROLE_COMPLEMENTS = {
    **dict.fromkeys(("spokesman", "spokeswoman", "spokesperson"), frozenset({"for", "of", "at"})),
    **dict.fromkeys(("adviser", "advisor", "aide", "assistant"), frozenset({"to", "of", "for"})),
    **dict.fromkeys(
        ("ambassador", "envoy", "correspondent", "representative", "consul", "president", "bishop"),
        frozenset({"to", "of", "for", "in"}),
    ),
    **dict.fromkeys(
        (
            "professor",
            "analyst",
            "expert",
            "researcher",
            "fellow",
            "economist",
            "lecturer",
            "teacher",
            "scientist",
        ),
        frozenset({"of", "at", "in", "with", "for", "on"}),
    ),
    **dict.fromkeys(
        ("director", "secretary", "minister", "head", "manager", "partner", "officer", "lawyer", "attorney"),
        frozenset({"of", "for", "at"}),
    ),
    **dict.fromkeys(("member", "leader", "candidate", "delegate"), frozenset({"of", "for", "from"})),
}
"""Prepositions that lead a role's complement, where they are more than "of"."""


@lru_cache(maxsize=65536)
def singular(noun: str) -> str:
    """Return `noun` in lower case and, as far as its ending tells, in the singular.

    >>> singular("Ministries"), singular("spokeswomen"), singular("boss")
    ('ministry', 'spokeswoman', 'boss')
    """
    word = noun.casefold()
    if word.endswith("men"):
        return word[:-3] + "man"
    if word.endswith("people") and len(word) > len("people"):
        return word[:-6] + "person"
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("sses", "xes", "ches", "shes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


@lru_cache(maxsize=65536)
def is_person_role(word: str) -> bool:
    """Tell whether `word`, singular, is a person's office, trade or part."""
    key = word.casefold().rstrip(".")
    return key in PERSON_ROLES or (key.endswith(_COMPOUNDS) and key not in _COMPOUNDS)


def is_body_noun(word: str) -> bool:
    """Tell whether `word`, singular, names a kind of body."""
    return word.casefold() in BODY_NOUNS
