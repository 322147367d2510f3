"""Whether words go out at once in a room: what `moderation.passing` comes to, by what the room asks."""

from functools import partial

from aiohttp import web

from foundation.permissions import Role
from moderation.modes import Mode
from moderation.passing import screening_service
from moderation.passing.screened import Screened
from moderation.passing.words import Words
from rooms.messages.put_out_store import follows_one_who_was_put_out
from rooms.standing import Standing


async def screened_in(
    app: web.Application, standing: Standing, body: str, *, confirm: bool, before: str | None = None
) -> Screened:
    """What becomes of words in this room.

    `confirm`: their author was warned and sends them all the same. `before`: the words that they take the place of.
    """
    words = Words(
        app,
        standing.viewer,
        str(standing.room["force_id"]),
        standing.room_id,
        body,
        confirm,
        # Whether they are an officer's, a host's or a moderator's.
        answered_for=standing.speaks or standing.viewer.is_staff,
        mode=partial(_mode_for, standing),
        before=before,
        alone=standing.is_booth,
    )
    return await screening_service.screened_in(words)


async def _mode_for(standing: Standing) -> str:
    """The room's mode, or a stricter one for a guest who comes from where another one was put out lately: they may be
    the same, and nobody can know.
    """
    viewer, mode = standing.viewer, str(standing.room["mode"])
    if viewer.role is not Role.GUEST or mode == Mode.PREMODERATED or not viewer.address:
        return mode
    force = str(standing.room["force_id"])
    again = await follows_one_who_was_put_out(standing.room_id, force, str(viewer.id), viewer.address)
    return Mode.NEWCOMERS if again else mode
