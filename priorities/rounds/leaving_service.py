"""What becomes of what somebody follows when they close their account."""

from functools import partial

from foundation.database import atomic
from priorities.rounds import followers_store


async def leave(person: str, *, everything: bool, most: int) -> bool:
    """They follow nothing any more. Gives True: none is left."""
    await atomic(partial(followers_store.remove_all_of, person))
    return True


async def keeps_nothing(person: str) -> bool:
    """Following holds nobody’s words."""
    return False
