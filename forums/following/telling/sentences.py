"""What the notice of a reply says, in the language that is spoken: none of another person's words."""

from forums.following.hearing.deciding import Why
from forums.following.hearing.news import News
from forums.places.models import ForumKind
from forums.places.naming import forum_title
from foundation.language import _
from neighbourhoods.places import Place


def sentence_of(news: News, why: Why, places: dict[str, Place]) -> str:
    """`places` are those of the atlas."""
    where = where_of(news, places)
    if why is Why.MENTION:
        return _("Somebody mentioned you in %(where)s.", where=where)
    if why is Why.REPLY:
        return _("Somebody replied to you in %(where)s.", where=where)
    if why is Why.ANSWER:
        return _("The police answered in a topic that you follow in %(where)s.", where=where)
    if news.number == 1:
        return _("There is a new topic in %(where)s.", where=where)
    return _("There are new replies in a topic that you follow in %(where)s.", where=where)


def where_of(news: News, places: dict[str, Place]) -> str:
    """Its forum, as it stands in a sentence."""
    name = forum_title(news.forum, places)
    if news.forum["kind"] == ForumKind.STAFF:
        return _("the forum of your colleagues")
    return _("the forum of %(name)s", name=name)


def path_of(news: News, why: Why) -> str:
    """Where it leads: to the reply itself, or to the first that the reader has not read."""
    if why is Why.WATCH:
        return f"/topics/{news.topic_id}?unread"
    return f"/topics/{news.topic_id}/replies/{news.reply_id}"
