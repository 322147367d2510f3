"""Changing and taking back one's own words as JSON."""

from aiohttp import web

from forums.changing import service, withdrawing_service
from forums.changing.edits import Edit
from forums.changing.shapes import ChangedReply
from forums.posting.checks.warning import Warned
from forums.posting.shapes import Held
from forums.reading.api_service import own_reply
from forums.reading.shapes import ReplyAnswer
from foundation.api import Api, Call
from foundation.json_answers import json_response
from foundation.permissions import Permission

api = Api()


@api.patch("/replies/{id}", permission=Permission.REPLY_CHANGE, body=ChangedReply, answer=ReplyAnswer, waits=Held,
           summary="Change your own words, of a reply or (number 1) of a topic")  # fmt: skip
async def change_reply(call: Call[ChangedReply, None]) -> ReplyAnswer | web.Response:
    """While a change waits for a moderator, the earlier words are shown."""
    body, reply_id = call.body, call.path["id"]
    pictures = None if body.pictures is None else tuple(body.pictures)
    edit = Edit(body.body, body.version, body.title, body.confirm, pictures)
    outcome = await service.edit_words(call.request.app, call.viewer, reply_id, edit)
    if outcome.status == "warned":
        raise Warned.of(outcome)
    if outcome.status == "held":
        return json_response(Held("held", reply_id, outcome.reason or "", outcome.notice), 202)
    return await own_reply(reply_id)


@api.delete("/replies/{id}", permission=Permission.REPLY_CHANGE, summary="Take your own words back")
async def withdraw_reply(call: Call[None, None]) -> None:
    """A reply's number stays, without words; a topic that nobody replied to goes with its number 1."""
    await withdrawing_service.withdraw_words(call.request.app, call.viewer, call.path["id"])
