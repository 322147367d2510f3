"""Following topics, and how far one has read: what the rest of the forums asks of it."""

from collections.abc import Collection
from dataclasses import dataclass

from forums.following.mailing import store as mail_store
from forums.following.telling import store as told_store
from forums.following.telling.taking_back import take_back_notices
from forums.following.unread import marks_store
from forums.following.watching import store as watch_store
from forums.following.watching.models import HowTold
from forums.following.watching.targets import NEAREST_FIRST
from foundation.permissions import Viewer
from notices.reading_service import read_beneath


@dataclass(frozen=True)
class Followed:
    """A viewer's place in a topic: `first_unread` is a number, one past the last where everything is read.

    `last_read` is 0 for who never opened it. `watching`: they are told of what is new; `how` (a HowTold) how they are
    mailed, and None for who never decided. `by`: what they follow that it belongs to: `topic`, `section`, `forum`.
    """

    first_unread: int = 1
    last_read: int = 0
    watching: bool = False
    how: str | None = None
    by: str | None = None


async def watch_by_itself(person: str, topic_id: str) -> None:
    """Have somebody follow a topic that they write in, unless they muted it. Inside a transaction."""
    await all_watch_by_themselves([person], topic_id)


async def all_watch_by_themselves(people: Collection[str], topic_id: str) -> None:
    """The same of many."""
    await watch_store.add_watches_by_themselves(people, topic_id)


async def to_be_told(reply_id: str, topic_id: str) -> None:
    """Have the followers told of a reply that is shown from now on. Inside the transaction that shows it.

    Nobody is told in it: whoever is to hear of it does so right after the commit, portion by portion.
    """
    await told_store.add_to_tell(reply_id, topic_id)
    await marks_store.set_written(reply_id)


async def untold(reply_ids: Collection[str]) -> set[str]:
    """Have nobody hear of replies that are not shown any more. Inside the transaction that takes them down.

    Gives whose unread mark is another one now: for `all_noticed` after it.
    """
    await told_store.remove_to_tell(reply_ids)
    await mail_store.remove_for_digest(reply_ids)
    return await take_back_notices(reply_ids)


async def of_topic(viewer: Viewer, topic_id: str) -> Followed:
    """How far a viewer has read a topic that they may read, and how they follow it."""
    rows = await marks_store.place_in(viewer.id, topic_id) if viewer.id else []
    if not rows:
        return Followed()
    last = rows[0]["last_number"] or 0
    decided = {row["kind"]: row["how"] for row in rows}
    nearest = next((kind for kind in NEAREST_FIRST if kind in decided), None)
    if nearest is None:
        return Followed(last + 1, last)
    how = decided[nearest]
    return Followed(last + 1, last, how != HowTold.NONE, str(how), str(nearest))


async def has_read(viewer: Viewer, topic_id: str, number: int) -> bool:
    """Note that a viewer has read a topic, which they may read, up to a number; a lower one than before is nothing new.

    Whoever has read all of it has read the notices that lead there. True: there were some, so that the mark of their
    pages is another one now: `notices.service.noticed`.
    """
    if viewer.id is None or number < 1:
        return False
    read = await marks_store.set_read(viewer.id, topic_id, number)
    if read is None or read < await marks_store.last_number(topic_id):
        return False
    return await read_beneath(viewer, f"/topics/{topic_id}")
