"""Taking words of staff out, over JSON."""

from typing import Annotated, Any, Literal

import msgspec

from foundation.api import Api, Call
from foundation.permissions import Permission
from priorities.taking_out import service

api = Api()
_Kind = Literal["round", "date", "agreement", "taken_off", "refusal", "appeal", "merge", "evidence"]


class StaffWords(msgspec.Struct):
    """What staff wrote: `words` are its parts, `path` the page of the proposal that it stands at."""

    kind: _Kind
    id: str
    words: list[str]
    path: str | None


class StaffWordsList(msgspec.Struct):
    """All of a round’s, at once."""

    items: list[StaffWords]


class TakenOut(msgspec.Struct):
    """Which words, and why: the audit keeps the reason, and not the words."""

    kind: _Kind
    id: Annotated[str, msgspec.Meta(max_length=16)]
    reason: Annotated[str, msgspec.Meta(max_length=2000)]


@api.get("/rounds/{id}/words", permission=Permission.WORDS_TAKE_OUT, answer=StaffWordsList,
         summary="What staff wrote around a round, that moderators can take out")  # fmt: skip
async def list_words(call: Call[Any, None]) -> StaffWordsList:
    """For moderators and administrators who serve there."""
    page = await service.words_page(call.viewer, call.path["id"])
    return StaffWordsList(msgspec.convert(page["words"], list[StaffWords]))


@api.post("/rounds/{id}/words/take-out", permission=Permission.WORDS_TAKE_OUT, body=TakenOut, answer=None, status=204,
          summary="Take out words that staff wrote around a round")  # fmt: skip
async def take_out(call: Call[TakenOut, None]) -> None:
    """For good: “Taken out by moderators” and the day stand there then. A round is called as its neighbourhood."""
    body = call.body
    await service.take_out(call.request.app, call.viewer, call.path["id"], body.kind, body.id, body.reason)
