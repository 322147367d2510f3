"""Forums, their sections and their lists of topics as JSON."""

from typing import Annotated, Any

import msgspec

from forums.places import api_service as service
from forums.places.models import ForumKind, WhoPosts
from forums.shapes import TopicAnswer
from foundation.api import Api, Call
from foundation.permissions import Permission

api = Api()


class SectionAnswer(msgspec.Struct):
    """One section of a forum: who may begin topics there (`who_posts`) and reply; guests' words wait.

    `name_cy` and `about_cy` are empty where the force gave none. `archived`: it takes no new topics.
    """

    id: str
    slug: str
    name: str
    name_cy: str
    about: str
    about_cy: str
    who_posts: WhoPosts
    who_replies: WhoPosts
    guests: bool
    mode: str
    archived: bool


class ForumAnswer(msgspec.Struct):
    """A neighbourhood's forum, a force's, or the one of its staff. `page` is the path of its page."""

    id: str
    kind: ForumKind
    name: str
    force: str
    neighbourhood: str | None
    mode: str
    page: str
    sections: list[SectionAnswer]


class ForumList(msgspec.Struct):
    items: list[ForumAnswer]
    next: None = None


class TopicList(msgspec.Struct):
    """Topics, the latest activity first, and the cursor of the next page or null."""

    items: list[TopicAnswer]
    next: str | None


class Listed(msgspec.Struct):
    """Which topics: of one `section` (its slug), or all. `cursor` is the `next` of an answer about the same."""

    section: Annotated[str, msgspec.Meta(max_length=64)] | None = None
    cursor: Annotated[str, msgspec.Meta(max_length=100)] | None = None
    limit: Annotated[int, msgspec.Meta(ge=1, le=100)] = 30


@api.get("/forums", permission=Permission.FORUM_READ, answer=ForumList,
         summary="The forums of one’s own neighbourhoods and force; without any, those of all forces")  # fmt: skip
async def list_forums(call: Call[None, None]) -> ForumList:
    return ForumList([ForumAnswer(**forum) for forum in await service.own_forums(call.viewer)])


@api.get("/neighbourhoods/{id}/forum", permission=Permission.FORUM_READ, answer=ForumAnswer,
         summary="A neighbourhood’s forum with its sections")  # fmt: skip
async def read_local_forum(call: Call[None, None]) -> ForumAnswer:
    return ForumAnswer(**await service.local_forum(call.path["id"]))


@api.get("/forums/{id}", permission=Permission.FORUM_READ, answer=ForumAnswer, summary="A forum with its sections")
async def read_forum(call: Call[None, None]) -> ForumAnswer:
    return ForumAnswer(**await service.forum(call.viewer, call.path["id"]))


@api.get("/neighbourhoods/{id}/topics", permission=Permission.FORUM_READ, query=Listed, answer=TopicList,
         summary="The topics of a neighbourhood’s forum, the latest activity first")  # fmt: skip
async def list_local_topics(call: Call[None, Listed]) -> TopicList:
    return _answer(await service.local_topics(call.viewer, call.path["id"], **_asked(call.query)))


@api.get("/forums/{id}/topics", permission=Permission.FORUM_READ, query=Listed, answer=TopicList,
         summary="The topics of any forum, the latest activity first")  # fmt: skip
async def list_topics(call: Call[None, Listed]) -> TopicList:
    return _answer(await service.topics(call.viewer, call.path["id"], **_asked(call.query)))


def _asked(query: Listed) -> dict[str, Any]:
    return {"section": query.section, "cursor": query.cursor, "limit": query.limit}


def _answer(page: tuple[list[TopicAnswer], str | None]) -> TopicList:
    return TopicList(*page)
