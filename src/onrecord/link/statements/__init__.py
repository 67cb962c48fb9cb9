"""Attributions that render the same words: how near two wordings are, and the statement they make."""
