"""publish/page."""
