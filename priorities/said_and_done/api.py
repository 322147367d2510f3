"""You said, we did, as JSON and as a feed."""

from datetime import date
from typing import Annotated, Any, Literal

import msgspec
from aiohttp import web

from foundation.api import Api, Call
from foundation.atom_answers import MEDIA, feed_answer
from foundation.permissions import Permission
from priorities.said_and_done import feed_service, service

api = Api()
_READ = Permission.PRIORITY_READ


class SaidPage(msgspec.Struct):
    """Which page of it: after the `next` of an earlier answer."""

    cursor: Annotated[str, msgspec.Meta(max_length=16)] | None = None
    limit: Annotated[int, msgspec.Meta(ge=1, le=50)] = 20


class Done(msgspec.Struct):
    """What was done, on a day: `author` wrote it (null: imported), `partner` did it, empty for the police."""

    id: str
    html: str
    author: dict[str, Any] | None
    partner: str
    done_on: date | None


class SaidAndDone(msgspec.Struct):
    """A priority: `voted` of `ballots` wanted it, where that was counted here; `done`: the last three actions.

    `met` is what the review found, null before; `better` of `reviewers` said so, both are null of fewer than
    ten.
    """

    id: str
    neighbourhood: str
    said: str
    page: str
    voted: int | None
    ballots: int | None
    status: Literal["open", "reviewing", "met", "unmet", "closed"]
    done: list[Done]
    met: bool | None
    reviewers: int | None
    better: int | None


class SaidCounts(msgspec.Struct):
    agreed: int
    under_way: int
    met: int
    unmet: int
    late: int


class SaidAndDoneList(msgspec.Struct):
    """The latest first, with the sums of all."""

    name: str
    counts: SaidCounts
    items: list[SaidAndDone]
    next: str | None


@api.get("/neighbourhoods/{id}/you-said-we-did", permission=_READ, query=SaidPage, answer=SaidAndDoneList,
         summary="What a neighbourhood wanted, what was done, and what neighbours say came of it")  # fmt: skip
async def of_neighbourhood(call: Call[None, SaidPage]) -> SaidAndDoneList:
    query = call.query
    return _listed(await service.told_of_neighbourhood(call.request.app, call.path["id"], query.cursor, query.limit))


@api.get("/forces/{id}/you-said-we-did", permission=_READ, query=SaidPage, answer=SaidAndDoneList,
         summary="The same of all neighbourhoods of a force")  # fmt: skip
async def of_force(call: Call[None, SaidPage]) -> SaidAndDoneList:
    query = call.query
    return _listed(await service.told_of_force(call.request.app, call.path["id"], query.cursor, query.limit))


@api.get("/neighbourhoods/{id}/you-said-we-did/feed.atom", permission=_READ, answer=str, media=(MEDIA,),
         conditional=True, summary="What was done about a neighbourhood’s priorities, as an Atom feed")  # fmt: skip
async def neighbourhood_feed(call: Call[None, None]) -> web.Response:
    return feed_answer(call, await feed_service.feed_of_neighbourhood(call.path["id"], call.request.path))


@api.get("/forces/{id}/you-said-we-did/feed.atom", permission=_READ, answer=str, media=(MEDIA,), conditional=True,
         summary="What was done about the priorities of a force, as an Atom feed")  # fmt: skip
async def force_feed(call: Call[None, None]) -> web.Response:
    return feed_answer(call, await feed_service.feed_of_force(call.path["id"], call.request.path))


def _listed(told: service.Told) -> SaidAndDoneList:
    items = [_item(item) for item in told.items]
    return SaidAndDoneList(told.name, msgspec.convert(dict(told.counts), SaidCounts), items, told.next)


def _item(item: service.JSON) -> SaidAndDone:
    priority, end = item["priority"], item["end"]
    return SaidAndDone(
        id=priority["id"],
        neighbourhood=priority["neighbourhood"],
        said=priority["title"],
        page=priority["path"],
        voted=item["voted"],
        ballots=item["ballots"],
        status=priority["status"],
        done=[Done(one["id"], str(one["html"]), one["by"], one["partner"], one["done_on"]) for one in item["actions"]],
        met=end["met"] if end else None,
        reviewers=end["reviewers"] if end else None,
        better=end["better"] if end else None,
    )
