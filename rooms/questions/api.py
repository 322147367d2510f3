"""Questions as JSON."""

from typing import Any

from foundation.api import Api, Call
from foundation.permissions import Permission
from rooms.questions import votes_service
from rooms.questions.listing_service import list_questions, similar_questions
from rooms.questions.shapes import FindQuestions, FindSimilar, QuestionList

api = Api()
_QUESTIONS = "/surgeries/{id}/questions"


@api.get(
    _QUESTIONS,
    permission=Permission.SURGERY_READ,
    query=FindQuestions,
    answer=QuestionList,
    summary="The questions of a surgery, in the order of the votes or of asking",
)
async def list_asked(call: Call[None, FindQuestions]) -> dict[str, Any]:
    """Those that everybody may read, a page at a time."""
    find = call.query
    items, following = await list_questions(call.viewer, call.path["id"], find.order, int(find.cursor or 0), find.limit)
    return {"items": items, "next": following}


@api.get(
    _QUESTIONS + "/similar",
    permission=Permission.ROOM_ENTER,
    query=FindSimilar,
    answer=QuestionList,
    summary="The questions of a surgery that are like one that is being written",
)
async def list_similar(call: Call[None, FindSimilar]) -> dict[str, Any]:
    """At most three, the closest first."""
    items = await similar_questions(call.request.app, call.viewer, call.path["id"], call.query.text)
    return {"items": items, "next": None}


@api.put(_QUESTIONS + "/{question}/vote", permission=Permission.QUESTION_VOTE, summary="Want a question answered too")
async def put_vote(call: Call[None, None]) -> None:
    """Once a person, not for one's own."""
    await _vote(call, wanted=True)


@api.delete(
    _QUESTIONS + "/{question}/vote", permission=Permission.QUESTION_VOTE, summary="Take back that one wants it answered"
)
async def delete_vote(call: Call[None, None]) -> None:
    """Nothing happens where there was no vote."""
    await _vote(call, wanted=False)


async def _vote(call: Call[None, None], *, wanted: bool) -> None:
    room_id, question_id = call.path["id"], call.path["question"]
    await votes_service.vote(call.request.app, call.viewer, room_id, question_id, wanted=wanted)
