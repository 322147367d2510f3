"""The pictures of proposals and of what was done: put into them, shown with their words, and gone with them.

`owner` is the type and the id of what they stand in: `("proposal", id)`, `("action", id)`.
"""

from collections.abc import Collection, Sequence
from typing import Any

from foundation.errors import Conflict, Invalid
from foundation.language import _, ngettext
from foundation.permissions import Viewer
from priorities.pictures import store
from priorities.pictures.policy import access_picture, no_picture
from priorities.pictures.sending_service import own_pictures
from priorities.pictures.shown import FIELD, SIZES, picture_shown

JSON = dict[str, Any]
Owner = tuple[str, str]
MOST = 4


async def words_of(person: str, picture_ids: Sequence[str]) -> str:
    """What a person's pictures show in their words, a line each, to be screened with what they write. Before `attach`.

    Raises Invalid: too many, one that is not theirs or was removed, or one without words.
    """
    return _seen(await checked(person, picture_ids))


async def checked(person: str, picture_ids: Sequence[str]) -> list[JSON]:
    """The pictures of what is being sent. Raises Invalid, as `words_of` does."""
    wanted = list(dict.fromkeys(picture_ids))
    if len(wanted) > MOST:
        raise Invalid.at(FIELD, ngettext("Choose at most %(n)s picture.", "Choose at most %(n)s pictures.", MOST))
    pictures = await own_pictures(person, wanted)
    if len(pictures) < len(wanted):
        raise Invalid.at(FIELD, _("One of the pictures is not there any more. Choose it again."))
    if not all(picture["alt"] for picture in pictures):
        raise Invalid.at(FIELD, _("Say what each picture shows, for people who can’t see it."))
    return pictures


async def attach(person: str, picture_ids: Sequence[str], owner: Owner, seen: str, *, waiting: bool = False) -> int:
    """Make these, and no others, the pictures of their owner, in this order; gives how many are shown.

    Inside the transaction of the words. Those that it had and that are not named are removed for good, but where the
    edit is `waiting`: then what is new waits with its words until `show_waiting`, and what stood there stays until
    then. `seen` are their words as they were screened. Raises Invalid, as `words_of` does, and Conflict for a picture
    that went elsewhere, or was described otherwise, meanwhile.
    """
    wanted = [picture["id"] for picture in await checked(person, picture_ids)]
    before = await store.pictures_of(owner[0], [owner[1]])
    shown = {row["id"] for row in before if row["position"] >= 0}
    kept = {*wanted, *(shown if waiting else ())}
    await store.remove([row["id"] for row in before if row["id"] not in kept])
    for position, picture_id in enumerate(wanted):
        waits = waiting and picture_id not in shown
        if not await store.set_place(picture_id, owner, -1 - position if waits else position):
            raise Conflict.at(FIELD, _("One of the pictures is in another post already. Choose it again."))
    # From now on nobody changes these words: nobody did since they were screened.
    if _seen(await own_pictures(person, wanted)) != seen:
        raise Conflict.at(FIELD, _("Somebody else has just changed this. Look again."))
    return await store.count(owner)


async def show_only(owner: Owner, picture_ids: Sequence[str]) -> None:
    """An edit that waited is shown: these are its pictures from now on, and others go. Inside the transaction."""
    before = await store.pictures_of(owner[0], [owner[1]])
    await store.remove([row["id"] for row in before if row["id"] not in picture_ids])
    for position, picture_id in enumerate(picture_ids):
        await store.set_place(picture_id, owner, position)
    await store.count(owner)


async def remove_waiting(owner: Owner) -> None:
    """They go for good with an edit that waits no longer and was not shown. Inside the caller's transaction."""
    await store.remove([row["id"] for row in await store.pictures_of(owner[0], [owner[1]]) if row["position"] < 0])


async def pictures_of(type_: str, ids: Collection[str], *, waiting: bool = False) -> dict[str, list[JSON]]:
    """The pictures of each of these that has some, as pages get them; who may see the words sees them.

    `waiting`: with those of a held edit, for its author and staff.
    """
    found: dict[str, list[JSON]] = {}
    for row in await store.pictures_of(type_, ids):
        if row["position"] >= 0 or waiting:
            found.setdefault(row["owner_id"], []).append(picture_shown(row))
    return found


async def digests_of(type_: str, ids: Collection[str]) -> dict[str, list[str]]:
    """The SHA-256 of the pictures of each of these, those that wait too, for moderation."""
    found: dict[str, list[str]] = {}
    for row in await store.pictures_of(type_, ids):
        found.setdefault(row["owner_id"], []).append(row["sha256"])
    return found


async def remove_of(owner: Owner) -> None:
    """Remove for good every picture of this, those that wait too. Inside the caller's transaction."""
    await store.remove([row["id"] for row in await store.pictures_of(owner[0], [owner[1]])])
    await store.count(owner)


async def picture_bytes(viewer: Viewer, picture_id: str, size: str, *, wanted: bool = True) -> bytes:
    """Its bytes (WebP), empty where they are not `wanted`; raises NotFound for what the viewer may not see, now."""
    if size not in SIZES:
        raise no_picture()
    await access_picture(viewer, picture_id)
    found = await store.bytes_of(picture_id, size) if wanted else b""
    if found is None:
        raise no_picture()
    return found


def _seen(pictures: Sequence[JSON]) -> str:
    return "\n".join(picture["alt"] for picture in pictures)
