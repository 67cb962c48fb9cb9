"""The nouns: frozen values, standard library only, no I/O.

Import from the modules (`onrecord.model.span` and so on); this package re-exports nothing.
"""
