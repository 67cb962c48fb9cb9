"""The only part that reaches the network, and only when a user asks for an address by name.

Reach for `Visitor`: it visits one address at a time, refuses those inside the user's own network, and gives up on what is
too large, too slow or leads in circles. What it brings is bytes; reading them is `ingest`'s.
"""

from onrecord.web.alternates import find_feeds
from onrecord.web.gates import find_gate
from onrecord.web.polling import SHORTEST_WAIT, Poll, due_after
from onrecord.web.robots import Manners, origin_of
from onrecord.web.visits import Visit, Visitor, refuse_address

__all__ = [
    "SHORTEST_WAIT",
    "Manners",
    "Poll",
    "Visit",
    "Visitor",
    "due_after",
    "find_feeds",
    "find_gate",
    "origin_of",
    "refuse_address",
]
