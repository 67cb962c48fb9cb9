"""Whom a description stands for: an office, a trade, a kinship, a body by its noun."""
