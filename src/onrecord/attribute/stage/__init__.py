"""Who is on stage: whom a report has just named, and what it tells of them."""
