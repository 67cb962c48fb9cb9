"""publish/export."""
