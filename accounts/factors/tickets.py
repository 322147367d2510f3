"""A ticket: that somebody gave their right password on this page a moment ago, for the step that asks for the code.

It says so to us alone, is good in one browser, and dies with the password.
"""

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import msgspec

from accounts.factors.sealing import Unreadable, seal, unseal
from foundation import clock
from foundation.errors import NotSignedIn
from foundation.language import _
from foundation.permissions import Viewer
from foundation.settings import Settings

_PURPOSE = "ticket"
_LASTS = timedelta(minutes=5)


class TicketEnded(NotSignedIn):
    """The first step of a sign-in does not count any more."""


@dataclass(frozen=True)
class _Ticket:
    person: str
    browser: str
    password: str
    until: datetime


def new_ticket(settings: Settings, viewer: Viewer, person: dict[str, Any]) -> str:
    """For a person (`id`, `password_hash`) whose password was right just now, in this browser."""
    until = clock.now() + _LASTS
    ticket = _Ticket(person["id"], viewer.session or "", _digest(person["password_hash"]), until)
    return seal(settings, _PURPOSE, msgspec.json.encode(ticket).decode())


def person_of_ticket(settings: Settings, viewer: Viewer, ticket: str) -> str:
    """Whose ticket this is; raises TicketEnded where it is late, another browser's or not ours."""
    try:
        read = msgspec.json.decode(unseal(settings, _PURPOSE, ticket), type=_Ticket)
    except (Unreadable, msgspec.DecodeError):
        raise too_late() from None
    if read.browser != (viewer.session or "") or read.until <= clock.now():
        raise too_late()
    return read.person


def still_holds(settings: Settings, ticket: str, person: dict[str, Any]) -> bool:
    """Whether the password that a ticket stands for is still the person's."""
    read = msgspec.json.decode(unseal(settings, _PURPOSE, ticket), type=_Ticket)
    return read.password == _digest(person["password_hash"])


def too_late() -> TicketEnded:
    return TicketEnded(_("That took longer than five minutes. Please enter your e-mail address and password again."))


def _digest(password_hash: str | None) -> str:
    return hashlib.sha256((password_hash or "").encode()).hexdigest()
