"""The file that a person takes away: everything held about them, written while it is read."""

from collections.abc import AsyncIterator, Sequence
from typing import Any

import msgspec

from accounts.leaving.holdings.audit import AUDIT
from accounts.leaving.holdings.mails import MAILS
from accounts.leaving.holdings.office import OFFICE
from accounts.leaving.holdings.record import RECORD
from accounts.leaving.holdings.sign_ins import SIGN_INS
from accounts.ports import Holding
from foundation import clock
from foundation.language import lazy

FORMAT = "bluelamp-account"
VERSION = 1
"""Raised when a member goes or means something else; members may be added without."""

OWN: tuple[Holding, ...] = (*RECORD, *SIGN_INS, *OFFICE, *AUDIT, *MAILS)

_CHUNK = 32_768
"""Bytes that are sent together."""

LEFT_OUT = (
    lazy("Secrets: passwords, keys, codes and the tokens of sessions and links are kept as hashes or sealed, and would"
         " let somebody in."),
    lazy("Other people: their names, their words, and who they are beside their role."),
    lazy("Who flagged your words, and what staff write for each other: notes, and reasons that you were not told."),
    lazy("Whether anything is kept as evidence for an enquiry."),
)  # fmt: skip


async def account_file(holdings: Sequence[Holding], person: str) -> AsyncIterator[bytes]:
    """The file in pieces: one JSON object, of `format`, `version`, `made_at`, `left_out`, and a list a holding.

    The times in it are RFC 3339, in UTC.
    """
    waiting = bytearray()
    async for piece in _pieces(holdings, person):
        waiting += piece
        if len(waiting) >= _CHUNK:
            yield bytes(waiting)
            waiting.clear()
    yield bytes(waiting)


async def _pieces(holdings: Sequence[Holding], person: str) -> AsyncIterator[bytes]:
    left_out = [str(sentence) for sentence in LEFT_OUT]
    head: dict[str, Any] = {"format": FORMAT, "version": VERSION, "made_at": clock.now(), "left_out": left_out}
    yield msgspec.json.encode(head)[:-1]
    for holding in holdings:
        yield b"," + msgspec.json.encode(holding.name) + b":["
        between = b"\n"
        async for row in holding.read(person):
            yield between + msgspec.json.encode(row)
            between = b",\n"
        yield b"]"
    yield b"}\n"
