"""Who holds a code that came by letter, as a voter."""

from typing import Any

from aiohttp import web

from foundation.errors import Gone, Invalid, NotFound
from foundation.keys import LIMITS, SETTINGS
from foundation.language import _
from priorities.ballots.letters import store
from priorities.ballots.letters.codes import LETTER, code_hash
from priorities.ballots.voters import Voter, code_voter

JSON = dict[str, Any]


async def voter_of_code(app: web.Application, row: JSON, code: str, address: str) -> Voter:
    """The voter who has this code of a round (its row), as it was typed. They may change their ballot until the close.

    `address` is where they ask from, in full: guesses are counted by it. Raises TooFast, Invalid (can be no code),
    NotFound (none of this round), Gone (it counts no more).
    """
    await app[LIMITS].check("ballot_code_address", address)
    plain = LETTER.plain(code)
    if plain is None:
        raise Invalid.at("code", _("Enter the twelve letters and numbers of your letter’s code, like 7KQ2-MXR4-TD9P."))
    hashed = code_hash(app[SETTINGS], row["id"], plain)
    found = await store.code_of(row["id"], hashed)
    if found is None:
        raise NotFound.at("code", _("We do not know this code in this round. Check each letter and number of it."))
    if found["state"] == "void":
        raise Gone.at("code", _("This code does not count any more. Ask your neighbourhood’s officers for another."))
    return code_voter(hashed, found["tier"])
