"""The page: one self-contained file that a newsroom can read, send and print.

It asks for nothing over the network and runs no script. Words stand between quotation marks only where a report
put them there; everything else is labelled as reported.
"""

from onrecord.publish.page.render import render_page

__all__ = ["render_page"]
