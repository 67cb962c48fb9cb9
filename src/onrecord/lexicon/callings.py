"""What several people of one happening are called alike: witnesses, officers, spokesmen.

"The mayor" is one person wherever a happening has one. "The officer" of one report need not be the only officer whom
another names, so a calling tells who is meant within its own report only.
"""

from __future__ import annotations

from typing import Final

_WORDS: Final = """
    academic accountant activist actor actress adviser advisor agent aide ally ambassador analyst assistant associate author
    bystander campaigner candidate citizen colleague comedian commentator congressman congresswoman correspondent
    councillor counterpart critic delegate deputy detective diplomat docker doctor donor economist editor employee engineer
    envoy executive expert farmer fighter fisherman friend historian journalist lawmaker lawyer legislator lobbyist
    member migrant musician neighbor neighbour nurse observer officer official operator opponent organiser organizer
    paramedic participant partner passenger passerby patient physician pilot player politician producer professor protester
    publicist refugee rep reporter representative rescuer researcher resident rival sailor scholar scientist senator
    singer soldier source specialist spectator staffer strategist striker student supporter survivor teacher teammate teen
    teenager tourist trader trustee victim villager visitor volunteer voter witness worker writer
    """
_CALLINGS: Final = frozenset(_WORDS.split())
_SPEAKERS_FOR: Final = frozenset({"spokesman", "spokesperson", "spokeswoman"})


def is_calling(noun: str) -> bool:
    """Tell whether `noun` is what several people of one happening may be called.

    >>> is_calling("witness"), is_calling("mayor")
    (True, False)
    """
    return noun.casefold() in _CALLINGS


def speaks_for_others(noun: str) -> bool:
    """Tell whether `noun` is somebody's spokesperson: one person only where it is said whose.

    >>> speaks_for_others("spokeswoman")
    True
    """
    return noun.casefold() in _SPEAKERS_FOR
