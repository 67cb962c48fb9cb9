"""Capitals and other places that a small name tagger takes for persons or bodies."""

from __future__ import annotations

_PLACES_WORDS = """
    abuja accra addis ababa algiers amman amsterdam ankara ashgabat asmara astana asunción athens baghdad baku bamako
    bangkok beijing beirut belgrade berlin bern bogota bogotá brasilia bratislava brussels bucharest budapest cairo
    canberra caracas chisinau chișinău copenhagen dakar damascus delhi dhaka doha dublin dushanbe hanoi harare havana
    helsinki islamabad jakarta jerusalem juba kabul kampala kathmandu kharkiv kharkov kherson khartoum kiev kinshasa
    kyiv lisbon ljubljana london luanda lviv lvov madrid managua manila mariupol mexico minsk mogadishu montevideo
    moscow nairobi nicosia odesa odessa oslo ottawa paris prague pretoria pristina pyongyang quito rabat reykjavik riga
    riyadh rome santiago sarajevo seoul skopje sofia stockholm strasbourg taipei tallinn tashkent tbilisi tehran tirana
    tokyo tripoli tunis ulaanbaatar valletta vienna vilnius warsaw washington wellington yerevan zagreb zaporizhzhia
    zaporizhzhya chernobyl chornobyl
    afghanistan albania algeria andorra angola argentina armenia australia austria azerbaijan bahrain bangladesh
    belarus belgium bolivia bosnia brazil bulgaria cambodia cameroon canada chad chile china colombia croatia cuba
    cyprus czechia denmark ecuador egypt england eritrea estonia ethiopia europe finland france gabon georgia germany ghana
    greece greenland guatemala guinea haiti honduras hungary iceland india indonesia iran iraq ireland israel italy
    jamaica japan jordan kazakhstan kenya kosovo kuwait kyrgyzstan laos latvia lebanon liberia libya liechtenstein
    lithuania luxembourg madagascar malawi malaysia mali malta mexico moldova monaco mongolia montenegro morocco
    mozambique myanmar namibia nepal netherlands nicaragua niger nigeria norway oman pakistan palestine panama paraguay
    peru philippines poland portugal qatar romania russia rwanda scotland senegal serbia singapore slovakia slovenia
    somalia spain sudan sweden switzerland syria taiwan tajikistan tanzania thailand togo transnistria tunisia turkey
    turkmenistan uganda ukraine uruguay uzbekistan venezuela vietnam wales yemen zambia zimbabwe usa uk us u.s. u.k.
    crimea donbas donbass gaza
    """
PLACES = frozenset(_PLACES_WORDS.split())
"""Single-word place names, in lower case."""


_PLACE_NOUNS_WORDS = """
    airport avenue bay beach boulevard bridge canal cape castle cathedral coast county creek district estuary forest
    fort garden gardens gate gulf harbor harbour heights hill hills island islands isle lake lane mountain mountains
    ocean park peninsula plaza point pier port province quay region river road sea square strait street terminal
    valley village wharf woods
    """
PLACE_NOUNS = frozenset(_PLACE_NOUNS_WORDS.split())
"""Last words of names of places, in lower case."""


def is_place(name: str) -> bool:
    """Tell whether `name` is a place that needs no context.

    >>> is_place("Kiev"), is_place("Velik")
    (True, False)
    """
    return name.casefold() in PLACES
