"""What somebody wrote, shortened to one line of a mail: always in quotes, so that nobody else's words begin a line."""

from typing import Any

from babel.dates import format_date

from accounts.addressing import ranked_name
from forums.following.hearing.news import News
from forums.places.naming import forum_title, section_name
from forums.quoted_words import within_quotes
from foundation import language
from foundation.language import _
from foundation.text import plain_words
from neighbourhoods.places import Place

JSON = dict[str, Any]
_LONGEST = 200


def heading_of(news: News, places: dict[str, Place]) -> str:
    """The topic's title, with its forum and section. `places` are those of the atlas."""
    where = f"{forum_title(news.forum, places)}, {section_name(news.section)}"
    return _("“%(title)s” (%(where)s)", title=within_quotes(" ".join(str(news.row["title"]).split())), where=where)


def said(news: News, author: JSON) -> str:
    """Who wrote what, in a line."""
    words = {"name": ranked_name(author), "words": within_quotes(excerpt_of(news))}
    if news.is_official:
        return _("- %(name)s answered for the police: “%(words)s”", **words) + _promise(news)
    if news.number == 1:
        return _("- %(name)s began it: “%(words)s”", **words)
    return _("- %(name)s wrote: “%(words)s”", **words)


def excerpt_of(news: News) -> str:
    """The beginning of the words."""
    words = plain_words(str(news.row["html"])) or _("a picture")
    return words if len(words) <= _LONGEST else words[:_LONGEST].rsplit(" ", 1)[0] + " …"


def _promise(news: News) -> str:
    if news.promised_for is None:
        return ""
    day = format_date(news.promised_for, "d MMMM y", locale=language.current())
    return " " + _("Promised for %(day)s.", day=day)
