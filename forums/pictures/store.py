"""Every query and insert about pictures."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from forums.models import Reply
from forums.pictures.models import ReplyPicture
from foundation import clock
from foundation.ids import new_id
from foundation.queries import Query

JSON = dict[str, Any]
_SHOWN = "SELECT id, reply_id, person_id, position, width, height, alt FROM forum_picture"
_OF_REPLIES = Query(
    _SHOWN,
    """
    WHERE reply_id IN ? AND removed_at IS NULL
    ORDER BY CASE WHEN position < 0 THEN -1 - position ELSE position END, position, id
    """,
)
_OWN = Query(_SHOWN, "WHERE person_id = ? AND id IN ? AND removed_at IS NULL ORDER BY id")
_GONE: JSON = {"small": None, "large": None, "alt": ""}


async def add_picture(person: str, columns: JSON) -> str:
    """Keep a picture that is on its way to a post; gives its id."""
    picture_id = new_id()
    await ReplyPicture.create(id=picture_id, person_id=person, created_at=clock.now(), **columns)
    return picture_id


async def loose_of(person: str) -> list[JSON]:
    """The ids of those that somebody has sent that are in no post."""
    return await ReplyPicture.filter(person_id=person, reply_id=None, removed_at=None).values("id")


async def count_loose(person: str) -> int:
    """How many pictures somebody has sent that are in no post yet."""
    return await ReplyPicture.filter(person_id=person, reply_id=None, removed_at=None).count()


async def own_pictures(person: str, ids: Collection[str]) -> list[JSON]:
    """Those of these that are theirs and not removed, the first sent first."""
    return await _OWN.rows(person, list(ids)) if ids else []


async def pictures_of(reply_ids: Collection[str]) -> list[JSON]:
    """Those of these replies, in their order, and among them those that wait with an edit (`position` below 0)."""
    return await _OF_REPLIES.rows(list(reply_ids)) if reply_ids else []


async def bytes_of(picture_id: str, size: str) -> bytes | None:
    found = await ReplyPicture.filter(id=picture_id).values_list(size, flat=True)
    return bytes(found[0]) if found and found[0] is not None else None


async def set_alt(person: str, picture_id: str, alt: str) -> None:
    """Of a picture that is in no post yet: what stands in one was screened with it."""
    mine = ReplyPicture.filter(id=picture_id, person_id=person, removed_at=None, reply_id=None)
    await mine.update(alt=alt)


async def set_place(picture_id: str, reply_id: str, position: int) -> bool:
    """Put it into a reply; False where it stands in another one by now."""
    loose_or_there = ReplyPicture.filter(id=picture_id, removed_at=None)
    if await loose_or_there.filter(reply_id=None).update(reply_id=reply_id, position=position):
        return True
    return bool(await loose_or_there.filter(reply_id=reply_id).update(position=position))


async def remove(ids: Sequence[str]) -> None:
    """Nothing stays of these that could be looked at."""
    if ids:
        await ReplyPicture.filter(id__in=list(ids)).update(removed_at=clock.now(), **_GONE)


async def remove_loose(ids: Sequence[str]) -> None:
    """The same of those that are in no post: one that goes into a post at this moment stays in it."""
    if ids:
        await ReplyPicture.filter(id__in=list(ids), reply_id=None).update(removed_at=clock.now(), **_GONE)


async def count_shown(reply_id: str) -> int:
    """How many of a reply's pictures are shown, those that wait left out."""
    return await ReplyPicture.filter(reply_id=reply_id, removed_at=None, position__gte=0).count()


async def set_count(reply_id: str, pictures: int) -> None:
    await Reply.filter(id=reply_id).update(pictures=pictures)


async def remove_loose_before(moment: datetime, most: int) -> int:
    """Take out rows of pictures that went into no post, the oldest first; gives how many."""
    loose = ReplyPicture.filter(reply_id=None, created_at__lt=moment).order_by("created_at").limit(most)
    # By their ids: of so many the bytes would fill the memory.
    ids = [row["id"] for row in await loose.values("id")]
    if ids:
        await ReplyPicture.filter(id__in=ids, reply_id=None).delete()
    return len(ids)
