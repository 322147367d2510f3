"""Words were changed: who is mentioned in them now, and was not before, hears of it as of a new reply."""

from forums.following.hearing.addressed import addressed_in
from forums.following.hearing.deciding import Addressed, Why, told_of
from forums.following.hearing.news import find_news
from forums.following.mailing.service import mail_and_keep
from forums.following.telling import store
from forums.following.telling.service import notice
from forums.following.watching import followers_store
from forums.mentions import mentioned
from foundation import clock


async def tell_newly_mentioned(reply_id: str, before: str) -> list[str]:
    """Tell them, each once however often it is changed; inside the transaction that puts the words.

    `before`: the words that stood there. Gives the ids of those who have a notice, for `all_noticed`. Nobody is told of
    what is not shown, or is still to be told of as a whole.
    """
    news = (await find_news([reply_id])).get(reply_id)
    if news is None or "@" not in news.row["body"] or await store.is_to_be_told(reply_id):
        return []
    addressed = await addressed_in(news)
    known = await mentioned(news.topic_id, news.row["neighbourhood_id"], news.author, before)
    people = set(addressed.mentioned) - {*known, addressed.replied_to}
    if not people:
        return []
    now, named = clock.now(), Addressed(people)
    decided = await followers_store.decided_by(people, news.targets)
    told = [one for person in people if (one := told_of(news, now, person, decided[person], named))]
    readers = await news.readers({one.person for one in told})
    told = [one for one in told if one.person in readers]
    noticed = await notice(news, Why.MENTION, told)
    await mail_and_keep(news, [one for one in told if one.person in noticed])
    return noticed
