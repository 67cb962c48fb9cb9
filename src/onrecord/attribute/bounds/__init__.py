"""How far reported words reach, and in which manner they are given."""
