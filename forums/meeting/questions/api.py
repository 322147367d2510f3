"""What an asker is asked about their question, and what they say, over JSON."""

from typing import Annotated, Any, Literal

import msgspec

from forums.meeting.questions import answering_service
from forums.meeting.questions.moving_service import client_id_for
from forums.posting.new import NewTopic
from foundation.api import Api, Call
from foundation.permissions import Permission

api = Api()
_MOVE = "/questions/{id}/move"


class AskedToMoveMine(msgspec.Struct):
    """Whether a question of yours may become a topic: what its `title` and `body` would be, unless you say otherwise.

    `agreed` is null while you have not said; `topic` is its id where it is one.
    """

    surgery: str
    question: str
    title: str
    body: str
    agreed: bool | None
    topic: str | None


class SaidOfMoving(msgspec.Struct):
    """Yes, with the words and the section that you like (null: as they are), or no.

    `confirm`: you were warned of something in the words.
    """

    agreed: bool
    title: Annotated[str, msgspec.Meta(max_length=1000)] | None = None
    body: Annotated[str, msgspec.Meta(max_length=20_000)] | None = None
    section: Annotated[str, msgspec.Meta(max_length=64)] | None = None
    confirm: bool = False


class MovedOrNot(msgspec.Struct):
    """What became of it. `warned`: nothing is decided yet, say it again with `confirm`; `reason` says why."""

    status: Literal["published", "held", "warned", "refused"]
    topic: str | None = None
    reason: str | None = None


@api.get(_MOVE, permission=Permission.QUESTION_MOVE, answer=AskedToMoveMine,
         summary="What you are asked about a question of yours")  # fmt: skip
async def read_asked(call: Call[None, None]) -> AskedToMoveMine:
    """`id` is that of the asking, to which the notice leads."""
    asked, question = await answering_service.access_asked(call.request.app, call.viewer, call.path["id"])
    agreed = bool(asked["agreed"]) if asked["decided_at"] else None
    words = answering_service.proposed_words(question)
    return AskedToMoveMine(question.surgery, question.id, words["title"], words["body"], agreed, asked["topic_id"])


@api.post(_MOVE, permission=Permission.QUESTION_MOVE, body=SaidOfMoving, answer=MovedOrNot,
          summary="Say whether a question of yours may become a topic")  # fmt: skip
async def answer_asked(call: Call[SaidOfMoving, None]) -> MovedOrNot:
    """For who asked it alone. The topic is theirs, and passes all that a topic passes."""
    app, said, asked_id = call.request.app, call.body, call.path["id"]
    if not said.agreed:
        await answering_service.refuse(app, call.viewer, asked_id)
        return MovedOrNot("refused")
    asked, question = await answering_service.access_asked(app, call.viewer, asked_id)
    outcome = await answering_service.agree(app, call.viewer, asked_id, _topic(said, asked, question))
    return msgspec.convert({"status": outcome.status, "topic": outcome.topic_id, "reason": outcome.reason}, MovedOrNot)


def _topic(said: SaidOfMoving, asked: dict[str, Any], question: Any) -> NewTopic:
    words = answering_service.proposed_words(question)
    return NewTopic(
        client_id=client_id_for(asked["question_id"]),
        title=words["title"] if said.title is None else said.title,
        body=words["body"] if said.body is None else said.body,
        section=said.section or asked["section_id"],
        confirm=said.confirm,
        columns={"question_id": question.id},
    )
