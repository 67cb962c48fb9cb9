"""Who is who over a pile: chains of reports joined to persons, bodies and places, each join with its reason."""
