"""A reply that is mailed at once: its words are put in as the mail leaves."""

from collections.abc import Mapping
from datetime import datetime
from typing import Final

from aiohttp import web

from accounts.people import persons
from accounts.reach import Reach, reach_of
from forums.following.hearing.news import News, find_news
from forums.following.mailing.excerpts import heading_of, said
from forums.following.unread import marks_store
from forums.following.watching.followers_store import decided_by
from forums.following.watching.models import HowTold
from forums.following.watching.targets import NEAREST_FIRST
from foundation import language
from foundation.language import _
from foundation.mail.late import Late
from foundation.mail.letters import letter
from foundation.mail.outbox import Mail
from neighbourhoods.atlas import current_atlas
from notices.kinds import NoticeKind
from notices.languages import language_of
from notices.preferences.chosen import way_of
from notices.preferences.links import path_of

NAME: Final = "reply"
"""What the keys of these mails begin with; the ids of the reply and of the person follow, and the kind of mail."""


def late_mail(news: News, to: Reach, kind: NoticeKind, due: Mapping[str, datetime]) -> Mail:
    """The mail to one who has an address, without its words. `due`: when it leaves, where that is not at once."""
    key = f"{NAME}.{news.reply_id}.{to.id}.{kind}"
    unsubscribe = path_of(to.id, kind)
    return Mail(str(to.email), _("New in a topic that you follow"), "", key, unsubscribe, due.get(to.id))


async def compose(_app: web.Application, key: str) -> Late | None:
    """The words of a mail by its key, in the language of who gets it.

    None where it was taken down, or they may not read it, have read it already or want none of it any more.
    """
    _name, reply_id, person, kind = key.split(".")
    news = (await find_news([reply_id])).get(reply_id)
    reach = (await reach_of([person])).get(person)
    if news is None or reach is None or reach.email is None or person not in await news.readers([person]):
        return None
    if await marks_store.who_has_read(news.topic_id, [person], news.number):
        return None
    if not await _is_wanted(news, person, NoticeKind(kind)):
        return None
    with language.speaking(await language_of(reach)):
        return await _written(news, reach, NoticeKind(kind))


async def _is_wanted(news: News, person: str, kind: NoticeKind) -> bool:
    """As they decided by now. Who is spoken to need not follow anything."""
    if not (await way_of(person, kind)).mail:
        return False
    decided = (await decided_by([person], news.targets))[person]
    nearest = next((decided[each]["how"] for each in NEAREST_FIRST if each in decided), None)
    return nearest != HowTold.NONE and (nearest is not None or kind is not NoticeKind.TOPIC_REPLY)


async def _written(news: News, reach: Reach, kind: NoticeKind) -> Late:
    people, places = await persons([news.author]), (await current_atlas()).places
    # A link begins a line, and nothing else does that somebody wrote.
    link = f"/topics/{news.topic_id}/replies/{news.reply_id}"
    mail = letter(
        str(reach.email),
        _("New in a topic that you follow"),
        heading_of(news, places),
        f"{said(news, people[news.author])}\n{link}",
        _("You get this at once because you chose so, or because somebody speaks to you. Choose what you follow:"),
        "/following",
        _("Stop emails like this one (you do not need to sign in):"),
        path_of(reach.id, kind),
        name=reach.name,
    )
    return Late(mail.subject, mail.text, mail.recipient)
