"""What becomes of somebody's notices when they close their account."""

from foundation.database import atomic
from notices import store
from notices.digests import store as digest_store
from notices.preferences import store as choice_store
from notices.push import store as push_store


async def leave(person: str, *, everything: bool, most: int) -> bool:
    """Everything goes at once, whatever becomes of the words: nobody is left to be told. Gives True: none is left."""

    async def work() -> None:
        await store.remove_all_of(person)
        await digest_store.remove_all_of(person)
        await choice_store.remove_choices(person)
        await push_store.remove_all_of(person)

    await atomic(work)
    return True


async def keeps_nothing(person: str) -> bool:
    """No notice holds anybody's words: no evidence is in them."""
    return False
