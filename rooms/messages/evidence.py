"""What a change takes from a message is kept where a legal hold stands: see `moderation.legal_holds.kept_words`."""

from typing import Any

from moderation.legal_holds.kept_words import keep_words
from rooms.messages import store

JSON = dict[str, Any]
_WORDS = ("body", "pending_body")


async def keep_before(message: JSON, changes: JSON) -> None:
    """Keep the words that `changes` would leave nowhere in a message, if they are evidence. Inside the transaction."""
    if changes.keys().isdisjoint(_WORDS):
        return
    # As it is now: somebody who edits twice at once must not lose what stood between.
    stands = await store.find_message(message["room_id"], message["id"]) or message
    left = {changes.get(name, stands[name]) for name in _WORDS}
    lost = [stands[name] for name in _WORDS if stands[name] and stands[name] not in left]
    await keep_words(stands["id"], stands["author_id"], lost)
