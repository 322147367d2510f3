"""Similar topics over JSON, while a title is typed."""

from typing import Annotated

import msgspec

from forums.models import TopicState
from forums.similar import asking_service
from foundation.api import Api, Call
from foundation.permissions import Permission

api = Api()


class Typed(msgspec.Struct):
    """The title as it is so far."""

    title: Annotated[str, msgspec.Meta(min_length=1, max_length=400)]


class SimilarTopic(msgspec.Struct):
    """A topic that is like it; `path` is that of its page."""

    id: str
    title: str
    replies: int
    state: TopicState
    path: str


class SimilarTopics(msgspec.Struct):
    """At most five, the closest first."""

    items: list[SimilarTopic]
    next: None = None


@api.get("/forums/{id}/similar", permission=Permission.FORUM_READ, query=Typed, answer=SimilarTopics,
         summary="Topics of a forum that are like one that is being begun")  # fmt: skip
async def list_similar(call: Call[None, Typed]) -> SimilarTopics:
    """By the words of its title that carry meaning, in any order."""
    found = await asking_service.similar(call.request.app, call.viewer, call.path["id"], call.query.title)
    return msgspec.convert({"items": found}, SimilarTopics)
