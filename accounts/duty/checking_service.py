"""Checking an officer's three words: yes with who it is, a clear no, or that they are old."""

from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any

from aiohttp import web

from accounts.duty import store
from accounts.duty.code_words import read_words, unknown_words
from accounts.duty.codes import key_of
from accounts.duty.service import duty_of
from accounts.officers.service import officer_now
from foundation.addresses import truncated
from foundation.audit.entries import add_entry
from foundation.database import atomic
from foundation.errors import Gone, NotFound
from foundation.keys import LIMITS, SETTINGS
from foundation.language import _
from foundation.permissions import Viewer


@dataclass(frozen=True)
class Checked:
    """A yes: the officer as `accounts.officers.service.officer_now` gives them, and until when the words hold."""

    officer: dict[str, Any]
    until: datetime


async def check_code(app: web.Application, viewer: Viewer, typed: str, address: str) -> Checked:
    """Whose words these are, asked from a network address.

    Raises Invalid unless it is three words, NotFound where they are no officer's, Gone where they are old (of the
    last 30 days, or of somebody who may not act any more), TooFast for who guesses.
    """
    words = read_words(typed)
    asker = _asker(address)
    await _check_pace(app, asker)
    shift = await store.shift_of_key(key_of(app[SETTINGS], words))
    officer = shift["person_id"] if shift else ""
    duty = (await duty_of(app, [officer])).get(officer) if officer else None
    current = duty is not None and duty["code"] == words
    await atomic(partial(_audit, viewer, officer, "found" if current else "old" if officer else "unknown"))
    if duty is not None and current:
        return Checked(await officer_now(app, officer), duty["until"])
    if officer:
        raise Gone(_("These words were right, but they are old. Ask for the words of today."))
    await app[LIMITS].check("code_guess", asker)
    raise NotFound(_no(words))


async def _check_pace(app: web.Application, asker: str) -> None:
    """Raises TooFast. Only wrong words count much: a hall full of people may check the right ones at once."""
    await app[LIMITS].check("code_check", asker)
    if await app[LIMITS].full("code_guess", asker):
        await app[LIMITS].check("code_guess", asker)


def _asker(address: str) -> str:
    """Who guesses has every address of an IPv6 network: it counts as one."""
    return address if "." in address else truncated(address) or address


def _no(words: str) -> str:
    if unknown := unknown_words(words):
        sentence = _("“%(word)s” is not one of the words that officers have here. Check the spelling.", word=unknown[0])
        return sentence
    return _("No officer on duty has these words.")


async def _audit(viewer: Viewer, officer: str, outcome: str) -> None:
    """Who was asked about and what came of it; never the words."""
    details: dict[str, object] = {"outcome": outcome}
    await add_entry(act="code.check", actor=viewer, subject_type="person", subject_id=officer, details=details)
