"""What others call the parts of a report, in tables, lists and lines: Media Cloud, GDELT, newsapi and the like.

Days of collecting, indexing or changing are not among them: they are no days of publishing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

NAMES: Final[Mapping[str, tuple[str, ...]]] = {
    name: tuple(names.split())
    for name, names in {
        "text": "text body content article article_text articlebody body_text content_text full_text fulltext maintext "
        "plain_text story",
        "html": "html body_html body_xhtml content_html raw_html",
        "title": "title headline",
        "url": "url link page_url uri web_url canonical_url documentidentifier",
        "outlet": "outlet media_name media newspaper provider provider_name publication publisher publisher_name site_name source "
        "source_name sourcecommonname",
        "date": "date date_published publication_date publish_date published published_at published_date publishedat pubdate "
        "publicationdate publishdate publisheddate datepublished date_publish published_on date_of_publication",
        "language": "language lang inlanguage",
        "id": "id article_id guid stories_id uuid",
    }.items()
}
"""The names of each member of a report, in small letters, the parts of a name with low strokes between them."""
MEMBERS: Final[Mapping[str, str]] = {name: member for member, names in NAMES.items() for name in names}
"""The member of a report that a column or member of each name holds."""


def as_name(written: str) -> str:
    """Return a name as it stands in `NAMES`.

    >>> as_name(" Publication Date")
    'publication_date'
    """
    return written.strip().casefold().replace(" ", "_").replace("-", "_")
