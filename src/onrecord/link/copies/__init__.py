"""Who copied whom: wordings that reports share, credits they state, and the lineages that both make."""
