"""The pictures of replies: put into a post, shown with its words, and gone with them."""

from collections.abc import Collection, Sequence
from typing import Any

from aiohttp import web

from forums.pictures import store
from forums.pictures.policy import access_picture, no_picture
from forums.pictures.sending_service import own_pictures
from forums.pictures.shown import FIELD, SIZES, picture_shown
from foundation.errors import Conflict, Invalid
from foundation.language import _, ngettext
from foundation.permissions import Viewer

JSON = dict[str, Any]
MOST = 4


async def words_of(person: str, picture_ids: Sequence[str]) -> str:
    """What a person's pictures show in their words, a line each, to be screened with the post. Before `attach`.

    Raises Invalid: too many, one that is not theirs or was removed, or one without words.
    """
    return _seen(await checked(person, picture_ids))


async def checked(person: str, picture_ids: Sequence[str]) -> list[JSON]:
    """The pictures of a post that is being sent. Raises Invalid, as `words_of` does."""
    wanted = list(dict.fromkeys(picture_ids))
    if len(wanted) > MOST:
        raise Invalid.at(FIELD, ngettext("Choose at most %(n)s picture.", "Choose at most %(n)s pictures.", MOST))
    pictures = await own_pictures(person, wanted)
    if len(pictures) < len(wanted):
        raise Invalid.at(FIELD, _("One of the pictures is not there any more. Choose it again."))
    if not all(picture["alt"] for picture in pictures):
        raise Invalid.at(FIELD, _("Say what each picture shows, for people who can’t see it."))
    return pictures


async def attach(person: str, picture_ids: Sequence[str], reply_id: str, seen: str, *, waiting: bool = False) -> int:
    """Make these, and no others, the pictures of a reply, in this order; gives how many are shown.

    Inside the transaction of the post or edit. Those that it had and that are not named are removed for good. `seen`
    are their words as they were screened. `waiting`: the edit is held, and what is new in it waits with its words until
    `show_waiting`. Raises Invalid, as `words_of` does, and Conflict for a picture that went into another post, or was
    described otherwise, meanwhile.
    """
    wanted = [picture["id"] for picture in await checked(person, picture_ids)]
    before = await store.pictures_of([reply_id])
    await store.remove([row["id"] for row in before if row["id"] not in wanted])
    # One that waited with an earlier edit has been read by nobody yet.
    shown = {row["id"] for row in before if row["position"] >= 0}
    for position, picture_id in enumerate(wanted):
        waits = waiting and picture_id not in shown
        if not await store.set_place(picture_id, reply_id, -1 - position if waits else position):
            raise Conflict.at(FIELD, _("One of the pictures is in another post already. Choose it again."))
    # From now on nobody changes these words: nobody did since they were screened.
    if _seen(await own_pictures(person, wanted)) != seen:
        raise Conflict.at(FIELD, _("Somebody else has just changed this. Look again."))
    return await _count(reply_id)


async def show_waiting(reply_id: str) -> None:
    """The pictures that waited with a held edit are shown with its words. Inside the caller's transaction."""
    for row in await store.pictures_of([reply_id]):
        if row["position"] < 0:
            await store.set_place(row["id"], reply_id, -1 - int(row["position"]))
    await _count(reply_id)


async def remove_waiting(reply_id: str) -> None:
    """They go for good with an edit that waits no longer and was not shown. Inside the caller's transaction."""
    await store.remove([row["id"] for row in await store.pictures_of([reply_id]) if row["position"] < 0])


async def pictures_of(reply_ids: Collection[str], *, waiting: bool = False) -> dict[str, list[JSON]]:
    """The pictures of each of these replies that has some, as pages get them; who may see the replies sees them.

    `waiting`: with those of a held edit, for its author and staff.
    """
    found: dict[str, list[JSON]] = {}
    for row in await store.pictures_of(reply_ids):
        if row["position"] >= 0 or waiting:
            found.setdefault(row["reply_id"], []).append(picture_shown(row))
    return found


async def remove_of(reply_ids: Collection[str]) -> None:
    """Remove for good every picture of these replies, those that wait too. Inside the caller's transaction."""
    rows = await store.pictures_of(reply_ids)
    await store.remove([row["id"] for row in rows])
    for reply_id in {row["reply_id"] for row in rows}:
        await store.set_count(reply_id, 0)


async def check_picture(app: web.Application, viewer: Viewer, picture_id: str, size: str) -> None:
    """Raises NotFound for a picture that the viewer may not see, now, or a size that there is not."""
    if size not in SIZES:
        raise no_picture()
    await access_picture(app, viewer, picture_id)


async def bytes_of(picture_id: str, size: str) -> bytes:
    """Its bytes (WebP), of a picture that `check_picture` let pass; raises NotFound where it was removed meanwhile."""
    found = await store.bytes_of(picture_id, size)
    if found is None:
        raise no_picture()
    return found


def _seen(pictures: Sequence[JSON]) -> str:
    return "\n".join(picture["alt"] for picture in pictures)


async def _count(reply_id: str) -> int:
    shown = await store.count_shown(reply_id)
    await store.set_count(reply_id, shown)
    return shown
