"""publish/cli."""
