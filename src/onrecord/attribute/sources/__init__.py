"""Which words report speech, and whom they name as its source."""
