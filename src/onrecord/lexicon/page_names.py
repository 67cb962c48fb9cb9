"""Words by which pages name their parts: what stands beside a report, what is said about it, and what holds its text.

They are looked for in the names of classes, ids and test marks, taken apart at hyphens, underscores and capitals ("jp-relatedposts",
"promotedLinks", "Inline_box__k21"). The lists began with those of Readability (Mozilla, Apache 2.0) and trafilatura (Apache 2.0).
"""

from __future__ import annotations

from typing import Final

_BESIDE = (
    "ad ads adslot advert adverts advertisement advertisements advertising advertorial affiliate affiliates agegate banner barrier bio "
    "breadcrumb breadcrumbs carousel cmp colophon consent cookie cookies copyright cta disclaimer donate donation donations feedback "
    "follow footer gdpr imprint impressum interstitial jwplayer legal login mailchimp masthead megamenu menu modal nav navbar navigation "
    "navigator newsletter newsletters onetrust outbrain overlay pager pagination paywall piano player playlist podcast podcasts poll "
    "popular popup prefooter promo promos promoted promotion promotional promotions quiz rail recirc recirculation recommend "
    "recommendation recommendations recommended register registration regwall related relatedcontent relatedlinks relatedposts rss "
    "search share sharebar sharedaddy sharing shop shopping shoutbox sidebar sidebars signin signup skip skiplink social socials "
    "sponsor sponsored sponsors sponsorship subnav subscribe subscriber subscribers subscription subscriptions survey taboola tag tagcloud "
    "taglist tags teaser teasers toc toolbar toolbox tools topic topics topnav tout touts trending upsell vjs widget widgets addthis "
    "addtoany sr hidden"
)
BESIDE: Final = frozenset(_BESIDE.split())
"""What is no part of the report, unless most of the page's running text stands in it: then the name means something else there."""

_PAIRS = (
    "about author | all rights | also like | also read | author bio | author box | author card | author info | author profile "
    "| back top | contributor card | inline message | in depth | key links | lang switch | language switch | language switcher "
    "| latest news | log in | more from | more in | more like | more links | more news | more on | more posts | more stories | more videos "
    "| most popular | most read | most viewed | next article | next story | next up | post author | post navigation | print only "
    "| read also | read more | read next | reading list | screen reader | see also | sign in | sign up | skip link | support us | top stories "
    "| up next | visually hidden | block query | links block | follow us"
)
PAIRS: Final = frozenset(tuple(pair.split()) for pair in _PAIRS.split(" | "))
"""The same, of two words one after another."""

_ANSWERS = (
    "comment comments commentlist commenting commenters disqus coral livefyre hyvor viafoura talkback talkbacks replies reply respond "
    "response responses discussion discussions forum guestbook reactions"
)
ANSWERS: Final = frozenset(_ANSWERS.split())
"""What readers wrote: never the report's, however much of it there is."""

_HOLDERS = "article story entry post content main text news page body rich"
_HELD = "body content text copy article main area"
BODIES: Final = frozenset(
    (holder, held) for holder in _HOLDERS.split() for held in _HELD.split() if holder != held
)
"""Two words one after another that name what holds a report's text."""
_BODY = (
    "articlebody articlecontent articletext bodytext bodycopy liveblog prose richtext storybody storycontent storytext transcript wysiwyg "
    "postbody entrycontent"
)
BODY: Final = frozenset(_BODY.split())
"""One word that does."""

_CAPTIONS = (
    "caption captions figcaption imagecaption photocaption credit photocredit imagecredit cutline legend"
)
CAPTIONS: Final = frozenset(_CAPTIONS.split())
"""What stands under a picture: the words on it, and who made it."""
_SIGNS = "credit kicker eyebrow copyright caption overline topline"
SIGNS: Final = frozenset(_SIGNS.split())
"""Names of parts of a line that pages draw on a line of their own."""

_PUBLISHED = "published pubdate publishdate datepublished dtpublished"
PUBLISHED: Final = frozenset(_PUBLISHED.split())
_UPDATED = "updated modified update datemodified"
UPDATED: Final = frozenset(_UPDATED.split())
"""What marks a day as that of publishing, and as that of a later change."""
