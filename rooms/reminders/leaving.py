"""What becomes of somebody's reminders when they close their account."""

from functools import partial

from foundation.database import atomic
from rooms.reminders import store


async def leave(person: str, *, everything: bool, most: int) -> bool:
    """Everything goes at once. Gives True: none is left."""
    await atomic(partial(store.remove_all_of, person))
    return True


async def keeps_nothing(person: str) -> bool:
    """No reminder holds anybody's words."""
    return False
