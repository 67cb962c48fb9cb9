"""Words of the page around a report: buttons, pitches, notices, picture credits.

None of these is a report's speech. Whole labels are compared letter for letter (case aside); openings must start a
line; a pitch needs a call ("join", "sign up") together with the thing it sells ("newsletter", "channel").
"""

from __future__ import annotations

from typing import Final

LABELS: Final = frozenset(
    line.strip()
    for line in """
    ad
    ads
    advertisement
    advertisements
    advertising
    about us
    accept
    accept all
    all rights reserved
    also read
    author
    authors
    back to top
    bookmark
    breaking
    breaking news
    categories
    category
    close
    comment
    comments
    continue reading
    contact us
    copy link
    copyright
    date
    download
    editor's pick
    editors' picks
    email
    facebook
    follow us
    font size
    home
    in brief
    keywords
    latest
    latest news
    leave a comment
    leave a reply
    listen
    live
    load more
    loading
    log in
    login
    menu
    more
    more from
    more news
    more on this
    more on this story
    more stories
    more to read
    most popular
    most read
    must read
    news
    newsletter
    next
    next article
    no comments
    photo
    photos
    please share
    popular
    post a comment
    previous
    previous article
    print
    privacy policy
    promoted
    published
    publication date
    read also
    read more
    read next
    reading time
    recommended
    recommended for you
    register
    related
    related articles
    related content
    related news
    related posts
    related stories
    related topics
    report a typo
    save
    search
    see also
    see more
    send
    share
    share on facebook
    share on twitter
    share on whatsapp
    share this
    share this article
    share this post
    share this story
    show comments
    sign in
    sign up
    skip to content
    skip to main content
    source
    sources
    sponsored
    sponsored content
    subscribe
    subscribe now
    tags
    tags:
    telegram
    terms of use
    top stories
    topics
    trending
    trending now
    tweet
    twitter
    update
    updated
    video
    view comments
    watch
    watch live
    watch now
    whatsapp
    x
    you may also like
    you might also like
    linkedin
    reddit
    instagram
    youtube
    pinterest
    full text
    abstract
    """.strip().splitlines()
)
"""Whole lines, lower-case and without marks at their ends."""

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

OPENINGS: Final = (
    "©",
    "(c) 20",
    "all rights reserved",
    "already a subscriber",
    "article continues",
    "based on your browser",
    "become a member",
    "by clicking",
    "by continuing to",
    "by reading on you",
    "by staying on",
    "by subscribing",
    "by using this",
    "by using our",
    "click here",
    "click the link",
    "comments are closed",
    "connect with us",
    "contact us at",
    "contact the author",
    "copyright",
    "create a free account",
    "discover more from",
    "do you have a",
    "donate",
    "download our",
    "download the app",
    "enjoying this",
    "enter your email",
    "follow our",
    "follow us",
    "for more",
    "for the latest",
    "get breaking news",
    "get our",
    "get the",
    "get unlimited",
    "got a tip",
    "got a news tip",
    "have a tip",
    "have you",
    "help us",
    "if you are",
    "if you have",
    "join our",
    "join the",
    "join us",
    "keep up with",
    "like us on",
    "like what you",
    "log in",
    "login to",
    "never miss",
    "no part of this",
    "our standards",
    "please enable",
    "please log in",
    "please subscribe",
    "please support",
    "powered by",
    "read the rest",
    "read the full",
    "register for",
    "register now",
    "send us",
    "share this",
    "sign in",
    "sign up",
    "stay informed",
    "stay tuned",
    "stay up to date",
    "stay updated",
    "story continues",
    "subscribe",
    "support our",
    "support us",
    "the views expressed",
    "the opinions expressed",
    "this site uses",
    "this website uses",
    "to read the full",
    "to stay up to date",
    "want more",
    "want to",
    "we need your",
    "we use cookies",
    "we value your",
    "you are reading",
    "you can follow",
    "you have reached",
    "you must be logged",
    "your browser",
    "your email",
    "your support",
)
"""First words of a pitch or a notice; those that could also open a report's sentence need a sold thing as well."""

CERTAIN_OPENINGS: Final = frozenset(
    opening
    for opening in OPENINGS
    if opening
    not in {
        "do you have a",
        "for more",
        "for the latest",
        "get our",
        "get the",
        "have you",
        "help us",
        "if you are",
        "if you have",
        "join the",
        "join us",
        "never miss",
        "register for",
        "send us",
        "support our",
        "support us",
        "want more",
        "want to",
        "we need your",
        "donate",
        "follow our",
        "by clicking",
        "get unlimited",
        "keep up with",
        "stay tuned",
        "stay informed",
        "your support",
        "connect with us",
        "powered by",
        "subscribe",
        "like what you",
        "join our",
        "read the full",
        "read the rest",
    }
)
"""Openings that need nothing else: no report's own sentence starts with them."""

CALLS: Final = frozenset(
    (
        "accept activate agree become bookmark browse click consent contact continue discover donate download enable"
        " enter explore follow get join like listen log login miss please prefer read receive register share sign stay"
        " subscribe support switch tap try turn unlock unsubscribe visit watch"
    ).split()
)
"""What a page asks of its reader."""

SOLD_THINGS: Final = (
    "ad blocker",
    "ad-free",
    "app store",
    "browser",
    "comment section",
    "cookie",
    "email address",
    "e-mail address",
    "facebook",
    "free trial",
    "google news",
    "google play",
    "here",
    "inbox",
    "independent journalism",
    "instagram",
    "javascript",
    "linkedin",
    "live blog",
    "mailing list",
    "membership",
    "news alerts",
    "newsletter",
    "notifications",
    "our app",
    "our channel",
    "our coverage",
    "our journalism",
    "our podcast",
    "our readers",
    "our reporting",
    "our site",
    "our stories",
    "our work",
    "paywall",
    "podcast",
    "premium",
    "privacy policy",
    "privacy terms",
    "push notifications",
    "quality journalism",
    "rss",
    "subscriber",
    "subscription",
    "telegram",
    "terms and conditions",
    "terms of service",
    "terms of use",
    "this article",
    "this page",
    "this site",
    "this story",
    "this website",
    "tiktok",
    "twitter",
    "version of our",
    "viber",
    "website",
    "whatsapp",
    "youtube",
)
"""What a page has to offer or wants agreed to."""

NOTICES: Final = (
    "all rights reserved",
    "associated press contributed to this report",
    "contributed to this report",
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
