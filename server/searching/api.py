"""Searching as JSON."""

from collections.abc import Iterator, Sequence
from typing import Any

from foundation.api import Api, Call
from foundation.clock import rfc3339
from foundation.keys import SETTINGS
from foundation.permissions import Permission
from foundation.search.asked import Piece, Result
from server.searching.form import Form, read_form
from server.searching.service import search
from server.searching.shapes import FindAnything, FoundList

api = Api()
JSON = dict[str, Any]


@api.get(
    "/search",
    permission=Permission.SEARCH_ASK,
    query=FindAnything,
    answer=FoundList,
    summary="Search topics, replies and transcripts",
)
async def find_anything(call: Call[None, FindAnything]) -> JSON:
    """What has the words; nothing where there are none."""
    query = call.query
    form = Form(
        q=query.q,
        kind=query.kind or "",
        neighbourhood=query.neighbourhood or "",
        section=query.section or "",
        answered="yes" if query.answered else "",
        since=query.since.isoformat() if query.since else "",
        until=query.until.isoformat() if query.until else "",
        cursor=query.cursor or "",
    )
    asked = read_form(form, call.viewer, call.request.app[SETTINGS].time_zone, query.limit)
    found = await search(call.request, call.viewer, asked)
    return {"items": [_item(result) for result in found.results], "next": found.next}


def _item(result: Result) -> JSON:
    return {
        "kind": result.kind,
        "id": result.id,
        "title": _text(result.title) or result.parent_title,
        "excerpt": _text(result.excerpt),
        "url": result.path,
        "score": result.score,
        "marks": list(_marks(result.excerpt)),
        "neighbourhood": result.neighbourhood_id,
        "answered": result.answered,
        "created_at": rfc3339(result.at),
    }


def _text(pieces: Sequence[Piece]) -> str:
    return "".join(piece.text for piece in pieces)


def _marks(pieces: Sequence[Piece]) -> Iterator[tuple[int, int]]:
    at = 0
    for piece in pieces:
        if piece.marked:
            yield at, at + len(piece.text)
        at += len(piece.text)
