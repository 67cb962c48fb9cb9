"""Whom a pronoun goes on with."""
