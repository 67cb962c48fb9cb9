"""Who said what in one report."""

from onrecord.attribute.attributions import attribute

__all__ = ["attribute"]
