"""Builds the record of a news story: who said what, when, in whose words, and which reports merely copy."""

__version__ = "0.1.0"
