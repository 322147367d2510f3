"""A wrong guess, of whatever: written down and counted."""

from dataclasses import replace

from aiohttp import web

from accounts.throttle import guessed_wrong
from foundation.addresses import truncated
from foundation.audit.entries import add_entry
from foundation.database import atomic
from foundation.permissions import READER


async def note_wrong(app: web.Application, person: str, email: str, address: str, factor: str) -> None:
    """Write down that a password or a code was wrong, and count it; raises TooFast when it was one too many.

    `person` is an id, or empty where the address is nobody's; `factor`: password, code or passkey.
    """
    await note_refused(person, address, factor)
    await guessed_wrong(app, email, address)


async def note_refused(person: str, address: str, factor: str) -> None:
    """Write down that somebody was not let in, from an address in full."""
    actor, details = replace(READER, address=truncated(address)), {"factor": factor}
    await atomic(
        lambda: add_entry(
            act="session.refuse", actor=actor, subject_type="person", subject_id=person, details={**details}
        )
    )
