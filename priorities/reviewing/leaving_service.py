"""What becomes of what somebody follows, and of what they said in reviews, when they close their account."""

from functools import partial

from foundation.database import atomic
from priorities.acting.store import unfollow_all_of
from priorities.reviewing.store import remove_all_of


async def leave(person: str, *, everything: bool, most: int) -> bool:
    """They follow no priority any more, and said nothing; what a review came to stays. Gives True: none is left."""
    await atomic(partial(_leave, person))
    return True


async def keeps_nothing(person: str) -> bool:
    """Neither holds anybody’s words. What officers and partners wrote of their work stays: it is the force’s."""
    return False


async def _leave(person: str) -> None:
    await unfollow_all_of(person)
    await remove_all_of(person)
