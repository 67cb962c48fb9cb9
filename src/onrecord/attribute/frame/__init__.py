"""One report as the rules see it, and an attribution while it is put together."""
