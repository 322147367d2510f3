"""Posting topics and replies as JSON."""

from uuid import UUID

from aiohttp import web

from forums.answers.promises import checked_day
from forums.places.service import forum_of_neighbourhood
from forums.posting import service
from forums.posting.checks.warning import Warned
from forums.posting.new import NewReply, NewTopic
from forums.posting.outcomes import Outcome
from forums.posting.shapes import Held, ReplyBody, TopicBody
from forums.reading.api_service import own_reply, read_topic
from forums.reading.shapes import ReplyAnswer
from forums.shapes import TopicAnswer
from foundation.api import Api, Call
from foundation.client_ids import new_client_id
from foundation.json_answers import json_response
from foundation.keys import SETTINGS
from foundation.permissions import Permission

api = Api()


@api.post("/neighbourhoods/{id}/topics", permission=Permission.TOPIC_POST, body=TopicBody, answer=TopicAnswer,
          status=201, waits=Held, summary="Begin a topic in a neighbourhood’s forum")  # fmt: skip
async def post_local_topic(call: Call[TopicBody, None]) -> TopicAnswer | web.Response:
    forum = await forum_of_neighbourhood(call.path["id"])
    return await _topic(call, forum["id"])


@api.post("/forums/{id}/topics", permission=Permission.TOPIC_POST, body=TopicBody, answer=TopicAnswer, status=201,
          waits=Held, summary="Begin a topic in any forum")  # fmt: skip
async def post_topic(call: Call[TopicBody, None]) -> TopicAnswer | web.Response:
    return await _topic(call, call.path["id"])


@api.post("/topics/{id}/replies", permission=Permission.TOPIC_POST, body=ReplyBody, answer=ReplyAnswer, status=201,
          waits=Held, summary="Reply to a topic")  # fmt: skip
async def post_reply(call: Call[ReplyBody, None]) -> ReplyAnswer | web.Response:
    """409 where the topic is locked or archived, and, with the id of the new `topic`, where it was merged."""
    body = call.body
    new = NewReply(
        client_id=_client_id(body.client_id),
        body=body.body,
        reply_to=body.reply_to,
        confirm=body.confirm,
        pictures=tuple(body.pictures),
        official=body.official,
        promised_for=checked_day(str(body.promised_for or ""), call.request.app[SETTINGS].time_zone),
    )
    outcome = await service.post_reply(call.request.app, call.viewer, call.path["id"], new)
    if outcome.number is None:
        return _not_shown(outcome, outcome.id)
    return await own_reply(str(outcome.id))


async def _topic(call: Call[TopicBody, None], forum_id: str) -> TopicAnswer | web.Response:
    body = call.body
    new = NewTopic(
        client_id=_client_id(body.client_id),
        title=body.title,
        body=body.body,
        section=body.section,
        confirm=body.confirm,
        pictures=tuple(body.pictures),
    )
    outcome = await service.post_topic(call.request.app, call.viewer, forum_id, new)
    if outcome.number is None:
        return _not_shown(outcome, outcome.topic_id)
    return await read_topic(call.request.app, call.viewer, str(outcome.topic_id))


def _client_id(given: UUID | None) -> str:
    return str(given) if given else new_client_id()


def _not_shown(outcome: Outcome, id_: str | None) -> web.Response:
    if outcome.status == "warned":
        raise Warned.of(outcome)
    return json_response(Held("held", str(id_), outcome.reason or "", outcome.notice), 202)
