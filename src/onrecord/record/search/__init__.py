"""Searches: words in reports and statements, names with slips, and statements like another."""
