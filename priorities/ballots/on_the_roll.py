"""The list of who has voted, for those without an account: asked inside a transaction that holds the round."""

import secrets

from foundation.errors import Conflict
from foundation.language import _
from priorities.ballots import roll_store, store
from priorities.ballots.roll import key_prefix

_KEY_BYTES = 32


async def key_of_the_roll(round_id: str, key: str | None) -> str:
    """The key under which names are looked up: the round’s, or a new one where a restored backup had none.

    Raises Conflict where there are names under a key that is gone: nobody could say who is on the list.
    """
    found = key or await store.add_key(round_id, secrets.token_hex(_KEY_BYTES))
    if await roll_store.has_others(round_id, key_prefix(found)):
        raise Conflict(
            _(
                "This service was restored from a backup during the vote. Who was given a slip or a letter before can’t"
                " be looked up any more, so from now on slips go to people with an account only."
            )
        )
    return found


def already_on_the_list() -> Conflict:
    """What is said of somebody who is on it, whether by account, slip or letter: no more than that."""
    return Conflict(_("They have voted already, or have a paper ballot or a letter to vote with."))
