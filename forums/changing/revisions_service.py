"""What a reply said before each of its edits, for the staff who serve its forum."""

from typing import Any

from aiohttp import web

from accounts.people import persons
from forums.changing import store
from forums.moderated_words import whole
from forums.moderating.sealed import access_reply_to_read
from forums.reading.head import head_of
from forums.reading.numbers import permalink
from foundation.difference import differences
from foundation.errors import NotAllowed
from foundation.language import _
from foundation.permissions import Viewer
from moderation.sealed.reading import instead_of_sealed, sealed_texts

JSON = dict[str, Any]


async def read_revisions(app: web.Application, viewer: Viewer, reply_id: str) -> JSON:
    """The context of forums/revisions.html: `changes`, the latest first, each `{by: person, at, pieces}`.

    Raises NotFound, NotAllowed.
    """
    standing, reply = await access_reply_to_read(app, viewer, reply_id)
    if not standing.is_staff:
        raise NotAllowed(_("Only the staff who serve this forum see what was changed."))
    rows = await store.revisions(reply_id)
    title = standing.topic["title"] if reply["number"] == 1 else ""
    texts = [*(whole(row["title"] or "", row["body"]) for row in rows), whole(title, reply["body"])]
    texts = await _readable(app, viewer, standing.force_id, texts)
    people = await persons({row["by_id"] for row in rows})
    changes = [
        {"by": people.get(row["by_id"]), "at": row["at"], "pieces": pieces}
        for row, pieces in zip(rows, await differences(texts), strict=True)
    ]
    place = permalink(standing.topic_id, reply_id)
    return {"topic": await head_of(standing), "id": reply_id, "place": place, "changes": changes[::-1]}


async def _readable(app: web.Application, viewer: Viewer, force: str, texts: list[str]) -> list[str]:
    """Without those that a sealed case would hold today, for who is not cleared for it."""
    sealed = await sealed_texts(app, viewer, force, texts)
    return [instead_of_sealed() if text in sealed else text for text in texts]
