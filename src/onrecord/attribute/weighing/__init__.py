"""Rules and trained tagger, weighed against each other."""
