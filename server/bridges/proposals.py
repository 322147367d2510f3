"""The bridge between proposals and forums: where a proposal is talked about, and topics that are put forward as one."""

from functools import partial
from typing import Final

from aiohttp import web

from forums.meeting import ports as meeting
from forums.meeting.service import topic_about
from forums.models import PostState
from forums.places.defaults import GENERAL
from forums.places.service import forum_of_neighbourhood
from forums.posting.new import NewTopic
from forums.posting.service import post_topic
from forums.topic_rows import find_topic
from foundation.errors import NotFound
from foundation.language import _
from foundation.permissions import Viewer
from moderation.passing.warned import Warned
from priorities.proposals.policy import PUBLIC
from priorities.proposals.posting.new import NewProposal
from priorities.proposals.posting.service import propose
from priorities.proposals.proposal_rows import find_proposal
from priorities.proposals.talking.ports import BEGIN_TOPIC, FIND_TOPIC, Standing, TopicAbout
from priorities.proposals.talking.service import link_topic
from priorities.round_rows import gathering_round

_STANDING: Final = {
    PostState.PUBLISHED: Standing.SHOWN,
    PostState.MOVED: Standing.SHOWN,
    PostState.HELD: Standing.WAITS,
    PostState.HIDDEN: Standing.DOWN,
    PostState.REJECTED: Standing.DOWN,
}


def fill(app: web.Application) -> None:
    """Fill the ports of both."""
    app[BEGIN_TOPIC] = partial(_begin, app)
    app[FIND_TOPIC] = _find
    app[meeting.TAKES_PROPOSALS] = _takes
    app[meeting.IS_PROPOSAL_SHOWN] = _is_shown
    app[meeting.PUT_FORWARD] = partial(_put_forward, app)


async def _begin(
    app: web.Application, viewer: Viewer, neighbourhood: str, proposal: str, key: str, title: str, body: str
) -> TopicAbout:
    """The words are ours: nobody is warned of them. One that was begun by who never came to say so is taken up."""
    forum = await forum_of_neighbourhood(neighbourhood)
    if there := await topic_about(forum["id"], proposal):
        return await _find(there) or TopicAbout(there, Standing.GONE)
    columns = {"proposal_id": proposal}
    new = NewTopic(f"proposal-{proposal}-{key}", title, body, section=GENERAL, confirm=True, columns=columns)
    outcome = await post_topic(app, viewer, forum["id"], new)
    return TopicAbout(str(outcome.topic_id), Standing.WAITS if outcome.number is None else Standing.SHOWN)


async def _find(topic: str) -> TopicAbout | None:
    row = await find_topic(topic)
    return TopicAbout(topic, _STANDING.get(row["state"], Standing.GONE), row["replies"]) if row else None


async def _is_shown(proposal: str) -> bool:
    row = await find_proposal(proposal)
    return row is not None and row["state"] in PUBLIC


async def _takes(neighbourhood: str) -> bool:
    return await gathering_round(neighbourhood) is not None


async def _put_forward(
    app: web.Application, viewer: Viewer, topic: str, neighbourhood: str, title: str, what: str
) -> meeting.WasProposed:
    """One proposal for a topic, however often it is sent by the same person."""
    found = await gathering_round(neighbourhood)
    if found is None:
        raise NotFound(_("There is nothing at this address."))
    outcome = await propose(app, viewer, found["id"], NewProposal(f"topic-{topic}", title, what))
    if outcome.id is None:
        raise Warned.of(outcome.reason or "", outcome.notice)
    await link_topic(app, outcome.id, topic)
    return meeting.WasProposed(outcome.id, f"/proposals/{outcome.id}", waits=outcome.status != "published")
