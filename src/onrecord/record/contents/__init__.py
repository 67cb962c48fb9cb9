"""All that a record holds: written, read back, grown, corrected, copied and checked."""
