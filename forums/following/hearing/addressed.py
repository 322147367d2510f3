"""Who is spoken to in a reply."""

from forums.following.hearing.deciding import Addressed
from forums.following.hearing.news import News
from forums.mentions import mentioned


async def addressed_in(news: News) -> Addressed:
    """Those whom its words mention, and who wrote what it replies to."""
    row = news.row
    named = await mentioned(news.topic_id, row["neighbourhood_id"], news.author, row["body"])
    return Addressed(named, row["parent_author_id"])
