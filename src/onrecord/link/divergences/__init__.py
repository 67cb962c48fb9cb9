"""Plain facts that two reports of one event give differently, slot by slot."""
