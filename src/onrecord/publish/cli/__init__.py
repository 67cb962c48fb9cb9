"""The command line: one module per command, gathered in `app`.

Only this package prints, and only it knows Typer and Rich. Libraries that take long to load are imported inside the
commands that need them, so that ``onrecord --help`` answers at once.
"""
