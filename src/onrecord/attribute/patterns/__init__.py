"""The patterns of speech: a module for each way in which a report gives words to somebody, and for what only looks like it."""
