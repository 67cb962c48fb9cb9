"""``python -m onrecord``, and the installed command ``onrecord``."""

from __future__ import annotations


def main() -> None:
    """Run the command line."""
    from onrecord.publish.cli.app import run

    run()


if __name__ == "__main__":
    main()
