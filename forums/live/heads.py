"""What pages of forums may not have heard while Redis was away."""

from aiohttp import web

from accounts.changed_people import ChangedPeople
from forums.channels import SHOWN, UNSHOWN
from forums.live import store
from forums.live.broadcast import PAGES, forum_changed_here, person_changed_here, topic_changed_here
from forums.topic_rows import versions_of
from foundation.fanout import channels_here
from foundation.heads import Heads
from foundation.redis_away import Looker


def topic_heads(app: web.Application) -> Looker:
    """Looks at the topics that stand on a page here, by themselves or in a list."""

    async def tell(topic: str, _heard: int | None, _now: int) -> None:
        await topic_changed_here(app, topic)

    return Heads(lambda: _here(app, SHOWN) | _here(app, UNSHOWN), versions_of, tell)


def forum_heads(app: web.Application) -> Looker:
    """Looks at the forums whose lists are open here, for what was written in them since."""

    async def tell(forum: str, _heard: int | None, _now: int) -> None:
        await forum_changed_here(app, forum)

    return Heads(lambda: _here(app, "forum:"), store.latest_in, tell)


def people_of_pages(app: web.Application) -> Looker:
    """Looks who changed, while any page of a forum is open here."""

    async def tell(person: str) -> None:
        await person_changed_here(app, person)

    return ChangedPeople(lambda: bool(channels_here(app, PAGES)), tell)


LOOKERS = (topic_heads, forum_heads, people_of_pages)


def _here(app: web.Application, kind: str) -> set[str]:
    return {channel.removeprefix(kind) for channel in channels_here(app, kind)}
