"""The pictures of replies, each of which stands in one: `(reply_id,)`."""

from forums.pictures.policy import check_readable
from forums.pictures.store import PLACED, TABLE, set_count
from foundation.pictures.posted import Pictures

PICTURES = Pictures(TABLE, "/forums/pictures", PLACED, check_readable, set_count)


async def show_waiting(reply_id: str) -> None:
    """The pictures that waited with a held edit are shown with its words. Inside the caller's transaction."""
    for row in await TABLE.pictures_of([reply_id]):
        if row["position"] < 0:
            await TABLE.set_place(row["id"], (reply_id,), -1 - int(row["position"]))
    await PICTURES.count((reply_id,))
