"""The record as tools of an assistant: what it may ask, and answers with all that a citation needs.

`serving` speaks the Model Context Protocol; it alone needs the extra ``mcp``.
"""
