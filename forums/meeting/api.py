"""From the room to the forum and back, over JSON."""

from typing import Any

from forums.meeting import taking_service
from forums.meeting.questions import asking_service
from forums.meeting.shapes import AskedToMoveAnswer, Proposed, QuestionAsked, TopicAsProposal, TopicAsQuestion
from foundation.api import Api, Call
from foundation.permissions import Permission

api = Api()


@api.post("/surgeries/{id}/questions/{question}/move", permission=Permission.QUESTION_MOVE, answer=AskedToMoveAnswer,
          summary="Ask whoever asked a question whether it may become a topic")  # fmt: skip
async def ask_to_move(call: Call[Any, None]) -> AskedToMoveAnswer:
    """For the hosts of the surgery. Of a guest who is gone, it becomes one in your name, with the words as a quote."""
    surgery, question = call.path["id"], call.path["question"]
    return AskedToMoveAnswer(await asking_service.ask_to_move(call.request.app, call.viewer, surgery, question))


@api.post("/topics/{id}/ask", permission=Permission.TOPIC_PUT_FORWARD, body=TopicAsQuestion, answer=QuestionAsked,
          summary="Take a topic to the next surgery of its neighbourhood, as a question")  # fmt: skip
async def take_to_surgery(call: Call[TopicAsQuestion, None]) -> QuestionAsked:
    """For who began it, and for staff."""
    app, topic, body = call.request.app, call.path["id"], call.body
    words = body.body
    if words is None:
        standing, _surgery = await taking_service.access_to_take(app, call.viewer, topic)
        words = await taking_service.question_of(standing)
    asked, surgery = await taking_service.take_to_surgery(
        app, call.viewer, topic, words, body.client_id, confirm=body.confirm
    )
    return QuestionAsked(asked.status, surgery.id, asked.question, asked.reason)


@api.post("/topics/{id}/put-forward", permission=Permission.TOPIC_PUT_FORWARD, body=TopicAsProposal, answer=Proposed,
          summary="Put a topic forward as a proposal for the priorities")  # fmt: skip
async def put_forward(call: Call[TopicAsProposal, None]) -> Proposed:
    """404 while nothing takes proposals."""
    app, topic, body = call.request.app, call.path["id"], call.body
    standing = await taking_service.access_to_put_forward(app, call.viewer, topic)
    title = standing.topic["title"] if body.title is None else body.title
    words = await taking_service.text_of(standing) if body.body is None else body.body
    proposed = await taking_service.put_forward(app, call.viewer, topic, title, words)
    return Proposed(None if proposed.waits else proposed.id, proposed.path)
