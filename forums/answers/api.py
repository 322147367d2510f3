"""Official answers, promises and what is solved, over JSON."""

from typing import Any

from forums.answers import giving_service, promising_service, solving_service
from forums.answers.promises import checked_day
from forums.answers.shapes import OfficialAnswer, Solved
from foundation.api import Api, Call
from foundation.keys import SETTINGS
from foundation.permissions import Permission

api = Api()


@api.post("/replies/{id}/official", permission=Permission.ANSWER_GIVE, body=OfficialAnswer, answer=None, status=204,
          may_be_empty=True, summary="Make your own reply an official answer")  # fmt: skip
async def make_official(call: Call[OfficialAnswer, None]) -> None:
    """For verified officers who serve the forum."""
    app, given = call.request.app, call.body.promised_for
    day = checked_day(given.isoformat() if given else "", app[SETTINGS].time_zone)
    await giving_service.make_official(app, call.viewer, call.path["id"], day)


@api.delete("/replies/{id}/official", permission=Permission.TOPIC_ARRANGE, summary="Take an official answer back")
async def take_back(call: Call[Any, None]) -> None:
    """Its words stay, as those of any reply."""
    await giving_service.take_back_official(call.request.app, call.viewer, call.path["id"])


@api.put("/replies/{id}/kept", permission=Permission.PROMISE_KEEP, summary="Say that an answer’s promise was kept")
async def keep_promise(call: Call[Any, None]) -> None:
    """For the staff of the forum; 409 where it was said before."""
    await promising_service.keep_promise(call.request.app, call.viewer, call.path["id"])


@api.post("/topics/{id}/solved", permission=Permission.TOPIC_SOLVE, body=Solved, answer=None, status=204,
          may_be_empty=True, summary="Mark a topic as solved")  # fmt: skip
async def solve(call: Call[Solved, None]) -> None:
    """For who began it, and for staff."""
    await solving_service.solve_topic(call.request.app, call.viewer, call.path["id"], call.body.reply)


@api.delete("/topics/{id}/solved", permission=Permission.TOPIC_SOLVE, summary="Mark a topic as not solved")
async def reopen(call: Call[Any, None]) -> None:
    await solving_service.reopen_topic(call.request.app, call.viewer, call.path["id"])
