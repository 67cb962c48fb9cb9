"""What persons say of the record, taken in: only where the room was opened for it."""
