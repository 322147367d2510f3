"""Talking about a proposal: one topic of the neighbourhood’s forum, begun by the first who wants to."""

from datetime import timedelta
from functools import partial
from typing import Any

from aiohttp import web

from foundation import clock
from foundation.errors import Conflict, NotFound, NotSignedIn
from foundation.ids import first_id, new_id
from foundation.language import _
from foundation.permissions import Viewer
from priorities.proposals.arranged_states import set_topic
from priorities.proposals.arranging_policy import Arranged, access_arranged, check_open
from priorities.proposals.talking.ports import BEGIN_TOPIC, FIND_TOPIC, Standing, TopicAbout
from priorities.writing import Change, write

JSON = dict[str, Any]
_BEGINNING = timedelta(minutes=1)
"""How long somebody who is beginning the topic is waited for: who is away longer never will."""


async def talk_of(app: web.Application, found: Arranged) -> JSON | None:
    """`{state, path, replies, may_begin}` of the topic about a proposal; None where there is no forum to talk in.

    `state` is shown, waits, down (a moderator took it down) or none.
    """
    if FIND_TOPIC not in app:
        return None
    topic = await _topic_of(app, found.proposal)
    standing = topic.standing if topic else Standing.GONE
    return {
        "state": "none" if standing is Standing.GONE else standing.value,
        "path": topic.path if topic and standing is Standing.SHOWN else None,
        "replies": topic.replies if topic else 0,
        "may_begin": standing is Standing.GONE and found.stands,
    }


async def talk(app: web.Application, viewer: Viewer, proposal_id: str) -> str:
    """Begin the topic about an open proposal, unless there is one; gives its path, or the proposal’s while it waits.

    Raises NotFound, NotSignedIn, Conflict (not open, taken down, or being begun by somebody else at this moment), and
    what posting does.
    """
    if BEGIN_TOPIC not in app:
        raise NotFound(_("There is nothing at this address."))
    found = await access_arranged(viewer, proposal_id)
    topic = await _topic_of(app, found.proposal)
    if topic and topic.standing is Standing.SHOWN:
        return topic.path
    if topic and topic.standing in (Standing.DOWN, Standing.WAITS):
        raise Conflict(_("A moderator has to decide about the topic, or took it down."))
    if not viewer.signed_in:
        raise NotSignedIn(_("Sign in to take part."))
    check_open(found.proposal)
    begun = await _begin(app, found, is_there=topic is not None)
    return begun.path if begun.standing is Standing.SHOWN else f"/proposals/{found.id}"


async def link_topic(app: web.Application, proposal_id: str, topic: str) -> None:
    """Say that a proposal is talked about in a topic that is there: it was put forward from it."""
    await write(app, partial(_set, proposal_id, topic, None))


async def _begin(app: web.Application, found: Arranged, *, is_there: bool) -> TopicAbout:
    """Take the topic’s place first, so that two who press at once begin one.

    `is_there`: the topic that the proposal names was begun, and taken back by its author.
    """
    before, claim = found.proposal["topic_id"], new_id()
    if before and not is_there and before > first_id(clock.now() - _BEGINNING):
        raise _somebody_else()
    if not await write(app, partial(_set, found.id, claim, before)):
        raise _somebody_else()
    # None of the proposal’s own words: in a topic they would outlive their taking down. Its page links to the proposal.
    title = _("A proposal for the priorities of our police")
    words = _("What do you think of this proposal for the priorities of our police? A link on this page leads to it.")
    place = found.round["neighbourhood_id"]
    try:
        begun = await app[BEGIN_TOPIC](found.viewer, place, found.id, claim, title, words)
    except BaseException:
        await write(app, partial(_set, found.id, before, claim))
        raise
    await write(app, partial(_set, found.id, begun.id, claim))
    return begun


async def _set(proposal_id: str, topic: str | None, before: str | None) -> Change[bool]:
    round_id = await set_topic(proposal_id, topic, before)
    return Change(round_id is not None, rounds=[round_id] if round_id else [])


async def _topic_of(app: web.Application, row: JSON) -> TopicAbout | None:
    return await app[FIND_TOPIC](row["topic_id"]) if row["topic_id"] else None


def _somebody_else() -> Conflict:
    return Conflict(_("Somebody is just beginning the topic. Look again in a moment."))
