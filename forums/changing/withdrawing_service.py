"""Taking one's own words back."""

from dataclasses import replace
from typing import Any

from aiohttp import web

from forums import showing
from forums.changing.access import access_own, check_stands
from forums.drafts.places import edit_of
from forums.drafts.service import drop_in
from forums.locking import locked_with
from forums.models import PostState
from forums.moderated_words import REPLY, TOPIC
from forums.reviewing import review_ended
from forums.standing import Standing
from forums.writing import Change, write
from foundation.permissions import Viewer
from notices.service import all_noticed

JSON = dict[str, Any]


async def withdraw_words(app: web.Application, viewer: Viewer, reply_id: str) -> showing.Shown:
    """Take back one's own reply, waiting or shown, also where the topic is locked; its number stays without words.

    A topic that nobody replied to goes with its own text; else that goes alone, and the topic stands for the others.
    Raises what `access_own` does.
    """
    standing, reply = await access_own(viewer, reply_id)
    return await write(app, lambda: _withdraw(standing, reply["id"]))


def stands_for_others(standing: Standing, reply: JSON) -> bool:
    """Whether a topic stays where its own text is taken back."""
    return bool(reply["number"] == 1 and standing.topic["replies"])


async def _withdraw(standing: Standing, reply_id: str) -> Change[showing.Shown]:
    standing, reply = await _as_it_is_now(standing, reply_id)
    if stands_for_others(standing, reply):
        gone = await showing.withdraw_text(reply["id"])
    else:
        gone = await showing.take_down(reply["id"], PostState.WITHDRAWN)
    type_, id_ = (TOPIC, standing.topic_id) if reply["number"] == 1 else (REPLY, reply["id"])
    tells = [*await review_ended(type_, [id_]), all_noticed(gone.noticed)]
    await drop_in(standing.viewer, edit_of(reply["id"]))
    return Change(gone, topics=[gone.topic_id], forums=[gone.forum_id], tell=tells)


async def _as_it_is_now(standing: Standing, reply_id: str) -> tuple[Standing, JSON]:
    """Locked: somebody may have replied to the topic meanwhile, and a moderator taken the words down for evidence."""
    topic, reply = await locked_with(reply_id)
    check_stands(reply)
    return replace(standing, topic=topic), reply
