"""Words of the page around a report: buttons, pitches, notices, picture credits.

None of these is a report's speech. Whole labels are compared letter for letter (case aside); openings must start a
line; a pitch needs a call ("join", "sign up") together with the thing it sells ("newsletter", "channel").
"""

from __future__ import annotations

from typing import Final

_LABELS = (
    "about us | abstract | accept | accept all | ad | ads | advertisement | advertisements | advertising "
    "| all rights reserved | also read | author | authors | back to top | bookmark | breaking | breaking "
    "news | categories | category | close | comment | comments | contact us | continue reading | copy "
    "link | copyright | date | download | editor's pick | editors' picks | email | facebook | follow us | "
    "font size | full text | home | in brief | instagram | keywords | latest | latest news | leave a "
    "comment | leave a reply | linkedin | listen | live | load more | loading | log in | login | menu | "
    "more | more from | more news | more on this | more on this story | more stories | more to read | "
    "most popular | most read | must read | news | newsletter | next | next article | no comments | photo "
    "| photos | pinterest | please share | popular | post a comment | previous | previous article | print "
    "| privacy policy | promoted | publication date | published | read also | read more | read next | "
    "reading time | recommended | recommended for you | reddit | register | related | related articles | "
    "related content | related news | related posts | related stories | related topics | report a typo | "
    "save | search | see also | see more | send | share | share on facebook | share on twitter | share on "
    "whatsapp | share this | share this article | share this post | share this story | show comments | "
    "sign in | sign up | skip to content | skip to main content | source | sources | sponsored | "
    "sponsored content | subscribe | subscribe now | tags | tags: | telegram | terms of use | top stories "
    "| topics | trending | trending now | tweet | twitter | update | updated | video | view comments | "
    "watch | watch live | watch now | whatsapp | x | you may also like | you might also like | youtube"
)
LABELS: Final = frozenset(_LABELS.split(" | "))
"""Whole lines, lower-case and without marks at their ends."""

_WORDS_OF_FIELDS = (
    "author authors categories category date keywords location place published section source tags topic "
    "topics"
)
FIELDS: Final = frozenset(_WORDS_OF_FIELDS.split()) | {"publication date"}
"""Labels of a form: the line under one is its value."""

LEAD_INS: Final = (
    "also on",
    "also read",
    "also see",
    "don't miss",
    "editor's pick",
    "explainer",
    "explained",
    "filed under",
    "further reading",
    "in pictures",
    "keep reading",
    "keywords",
    "listen",
    "more",
    "more from",
    "more on this",
    "more on this story",
    "must read",
    "posted in",
    "read also",
    "read more",
    "read next",
    "read the full story",
    "recommended",
    "related",
    "related article",
    "related articles",
    "related stories",
    "related story",
    "see also",
    "share",
    "share this",
    "tag",
    "tags",
    "topics",
    "trending",
    "watch",
    "watch also",
    "watch live",
    "you may also like",
    "you might also like",
)
"""What stands before a colon (or a bar) where another page is named: "Related: …"."""

CERTAIN_OPENINGS: Final = (
    "©",
    "(c) 20",
    "all rights reserved",
    "already a subscriber",
    "article continues",
    "become a member",
    "by continuing to browse",
    "by continuing to use",
    "by staying online",
    "by using this site",
    "by using this website",
    "by using our",
    "clarification:",
    "click here",
    "click the link",
    "before you submit",
    "comments are closed",
    "contact us at",
    "contact the author",
    "copyright ©",
    "copyright (c)",
    "copyright 1",
    "copyright 2",
    "correction:",
    "correction appended",
    "create a free account",
    "discover more from",
    "download our",
    "download the app",
    "editor's note",
    "editors' note",
    "enjoying this",
    "enter your email",
    "follow us",
    "get breaking news",
    "got a tip",
    "got a news tip",
    "have a news tip",
    "have a tip",
    "like us on",
    "login to",
    "no part of this",
    "our standards:",
    "please enable",
    "please log in",
    "please subscribe",
    "register now",
    "share this",
    "sign in to",
    "sign up for",
    "sign up now",
    "sign up to get",
    "sign up to receive",
    "sign up today",
    "stay up to date with",
    "story continues",
    "subscribe here",
    "subscribe now",
    "subscribe to our",
    "subscribe today",
    "this site uses",
    "this website uses",
    "to read the full",
    "we use cookies",
    "we value your privacy",
    "you are reading",
    "you have reached your",
    "you must be logged",
    "your browser",
    "your email",
)
"""First words of a pitch or a notice that no report's own sentence starts with."""

DOUBTFUL_OPENINGS: Final = (
    "based on your",
    "by clicking",
    "by continuing",
    "by reading",
    "by staying",
    "by subscribing",
    "by using",
    "connect with us",
    "do you have a",
    "donate",
    "don't miss",
    "follow our",
    "for all the latest",
    "for more",
    "for the latest",
    "get",
    "have you",
    "help us",
    "if you are",
    "if you have",
    "if you like",
    "if you want",
    "join",
    "keep up with",
    "like what you",
    "listen to",
    "log in",
    "never miss",
    "powered by",
    "read",
    "receive",
    "register for",
    "send us",
    "sign up",
    "stay connected",
    "stay informed",
    "stay tuned",
    "subscribe",
    "support our",
    "support us",
    "visit our",
    "want more",
    "want to",
    "watch",
    "we need your",
)
"""First words of a pitch that could also open a report's sentence: they need a sold thing as well."""

PLATFORMS: Final = (
    "bluesky",
    "facebook",
    "google news",
    "instagram",
    "linkedin",
    "mastodon",
    "social media",
    "telegram",
    "threads",
    "tiktok",
    "twitter",
    "viber",
    "whatsapp",
    "x",
    "youtube",
)
"""Where outlets ask to be followed."""

_WORDS_OF_CALLS = (
    "accept activate agree become bookmark browse click consent contact continue discover donate download "
    "enable enter explore follow get join like listen log login miss please prefer read receive register "
    "share sign stay subscribe support switch tap try turn unlock unsubscribe visit watch"
)
CALLS: Final = frozenset(_WORDS_OF_CALLS.split())
"""What a page asks of its reader."""

_SOLD_THINGS = (
    "ad blocker | ad-free | app store | browser | comment section | cookie | e-mail address | email "
    "address | facebook | free trial | google news | google play | inbox | independent journalism | "
    "instagram | javascript | linkedin | live blog | mailing list | membership | news alerts | newsletter "
    "| notifications | our app | our channel | our coverage | our journalism | our podcast | our readers "
    "| our reporting | our site | our stories | our work | paywall | podcast | premium | privacy policy | "
    "privacy terms | push notifications | quality journalism | rss | subscriber | subscription | telegram "
    "| terms and conditions | terms of service | terms of use | this article | this page | this site | "
    "this story | this website | tiktok | twitter | version of our | viber | website | whatsapp | youtube"
)
SOLD_THINGS: Final = tuple(_SOLD_THINGS.split(" | "))
"""What a page has to offer or wants agreed to."""

NOTICES: Final = (
    "all rights reserved",
    "cookie policy",
    "cookies to",
    "for more information about cookies",
    "generated by ai",
    "in accordance with our",
    "material may not be",
    "may not be published, broadcast",
    "may not be reproduced",
    "privacy policy",
    "stricter than usual cookies",
    "terms of service",
    "terms of use",
    "the views expressed",
    "this article has been updated",
    "this story has been updated",
    "post has been updated",
    "article was updated to",
    "story was updated to",
    "this is a developing story",
    "use of cookie",
    "uses cookies",
    "use cookies",
)
"""Phrases that mark a line as a notice wherever they stand in it."""

PICTURE_WORDS: Final = (
    "photo",
    "photos",
    "photograph",
    "photographer",
    "picture",
    "pictured",
    "image",
    "images",
    "illustration",
    "file photo",
    "file image",
    "screenshot",
    "screengrab",
    "handout",
    "pool",
    "getty",
    "shutterstock",
    "istock",
    "unsplash",
    "flickr",
    "released",
    "wikimedia",
    "wikipedia",
    "creative commons",
    "courtesy",
    "video still",
    "graphic",
    "infographic",
    "map",
    "cartoon",
    "epa-efe",
    "archive",
    "archives",
)
"""Words of a picture's credit."""
