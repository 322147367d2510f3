"""A promise that an answer in the room keeps: its outcome is that answer, whose words stand in one place only."""

from collections.abc import Sequence

from foundation.audit.entries import add_entry
from foundation.permissions import Viewer
from rooms.log import Row, append
from rooms.promises import store
from rooms.promises.models import PromiseState


async def kept_by_answer(room_id: str, promise_id: str, viewer: Viewer) -> Sequence[Row]:
    """Keep a promise that is open, inside the answer's transaction; gives the entry of the log, if there is one."""
    if not await store.set_settled(promise_id, PromiseState.KEPT, str(viewer.id)):
        return []
    row = await append(room_id, "promise_kept", subject_id=promise_id)
    await add_entry(act="promise.keep", actor=viewer, subject_type="promise", subject_id=promise_id)
    return [row]
