"""The pictures of proposals and of what was done: each stands in `("proposal", id)` or `("action", id)`."""

from collections.abc import Sequence

from foundation.pictures.posted import Pictures
from foundation.pictures.table import Owner
from priorities.pictures.policy import check_readable
from priorities.pictures.store import PLACED, TABLE, set_count

PICTURES = Pictures(TABLE, "/priorities/pictures", PLACED, check_readable, set_count, keeps_what_stood=True)


async def show_only(owner: Owner, picture_ids: Sequence[str]) -> None:
    """An edit that waited is shown: these are its pictures from now on, and others go. Inside the transaction."""
    before = await TABLE.pictures_of([owner[-1]], *owner[:-1])
    await TABLE.remove([row["id"] for row in before if row["id"] not in picture_ids])
    for position, picture_id in enumerate(picture_ids):
        await TABLE.set_place(picture_id, owner, position)
    await PICTURES.count(owner)
