"""When it was: marks and clues of days, what they leave open together, and when words were said."""
