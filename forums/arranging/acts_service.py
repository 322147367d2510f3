"""The acts on a topic by the names that their forms and calls give them."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from aiohttp import web

from forums.arranging import moving_service, service
from forums.arranging.merging import service as merging_service
from forums.arranging.splitting import service as splitting_service
from foundation.errors import Invalid
from foundation.language import _
from foundation.permissions import Viewer


@dataclass(frozen=True)
class Asked:
    """What an act needs beside the topic; each takes what it uses."""

    reason: str = ""
    mode: str = ""
    seconds: int | None = None
    section: str = ""
    forum: str = ""
    into: str = ""
    title: str = ""
    replies: Sequence[str] = ()


Act = Callable[[web.Application, Viewer, str, Asked], Awaitable[str]]
"""Gives the id of the topic that is looked at afterwards."""


async def act(app: web.Application, viewer: Viewer, topic_id: str, name: str, asked: Asked) -> str:
    """Do it; gives the id of the topic to look at. Raises Invalid for an unknown act, and what the act does."""
    if name not in ACTS:
        raise Invalid.at("action", _("Choose what is to be done."))
    return await ACTS[name](app, viewer, topic_id, asked)


def _alone(verb: Callable[[web.Application, Viewer, str], Awaitable[None]]) -> Act:
    async def run(app: web.Application, viewer: Viewer, topic_id: str, _asked: Asked) -> str:
        await verb(app, viewer, topic_id)
        return topic_id

    return run


async def _lock(app: web.Application, viewer: Viewer, topic_id: str, asked: Asked) -> str:
    await service.lock(app, viewer, topic_id, asked.reason)
    return topic_id


async def _mode(app: web.Application, viewer: Viewer, topic_id: str, asked: Asked) -> str:
    await service.set_mode(app, viewer, topic_id, asked.mode or None, asked.seconds)
    return topic_id


async def _move(app: web.Application, viewer: Viewer, topic_id: str, asked: Asked) -> str:
    await moving_service.move(app, viewer, topic_id, asked.section, asked.forum)
    return topic_id


async def _merge(app: web.Application, viewer: Viewer, topic_id: str, asked: Asked) -> str:
    return await merging_service.merge(app, viewer, topic_id, asked.into)


async def _split(app: web.Application, viewer: Viewer, topic_id: str, asked: Asked) -> str:
    return await splitting_service.split(app, viewer, topic_id, asked.replies, asked.title)


ACTS: Final[Mapping[str, Act]] = {
    "pin": _alone(service.pin),
    "unpin": _alone(service.unpin),
    "lock": _lock,
    "unlock": _alone(service.unlock),
    "mode": _mode,
    "archive": _alone(service.archive),
    "unarchive": _alone(service.unarchive),
    "move": _move,
    "merge": _merge,
    "unmerge": _alone(merging_service.unmerge),
    "split": _split,
}
