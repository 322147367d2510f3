"""What the screens of this process hear, and all of them about people. Channels: those of
`forums.channels`, `forum:ID`, `forums`."""

from typing import Any, Final

from aiohttp import web

from accounts.people import persons
from forums.channels import SHOWN, channel_for, channels_of
from foundation.fanout import broadcast, broadcast_here, close_here
from foundation.language import speaking

PAGES: Final = "forums"
"""The channel of everybody who has a page of a forum open."""


async def topic_changed_here(app: web.Application, topic_id: str) -> None:
    """`topic_changed`, to the screens of this process only: they may not have heard it from another one."""
    await broadcast_here(app, "topic_changed", {"topic": topic_id}, to=channels_of(topic_id))
    if (await channel_for([topic_id]))[topic_id] != SHOWN + topic_id:
        close_here(app, SHOWN + topic_id)


async def forum_changed_here(app: web.Application, forum_id: str) -> None:
    """`forum_changed`, to the same."""
    await broadcast_here(app, "forum_changed", {"forum": forum_id}, to=[f"forum:{forum_id}"])


async def person_changed(app: web.Application, person_id: str) -> None:
    """Their name, badge or picture is to be drawn anew: one event for every page, as it comes seldom."""
    await broadcast(app, "person_changed", await _changed(person_id), to=[PAGES])


async def person_changed_here(app: web.Application, person_id: str) -> None:
    """The same, to the screens of this process only."""
    await broadcast_here(app, "person_changed", await _changed(person_id), to=[PAGES])


async def _changed(person_id: str) -> dict[str, Any]:
    """In English: it goes to everybody, whatever the language is of who changed."""
    with speaking("en"):
        return {"person": (await persons({person_id}))[person_id]}
