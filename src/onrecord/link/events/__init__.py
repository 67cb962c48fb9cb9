"""Which reports have one happening as their news, and which events are one story."""
