"""An authenticator app that is being set up: the page hands it from step to step, sealed; nothing is kept yet."""

from dataclasses import dataclass

import msgspec

from accounts.factors.sealing import Unreadable, seal, unseal
from accounts.factors.totp import address_of, in_groups, new_secret, step_of
from foundation.errors import Invalid, Malformed
from foundation.language import _
from foundation.qr import qr_picture
from foundation.settings import Settings

_PURPOSE = "draft"


@dataclass(frozen=True)
class Draft:
    """`owner` is the person, or the hash of the link, that it is for; `password_hash` of a password chosen with it."""

    owner: str
    secret: str
    password_hash: str | None


def new_draft(settings: Settings, owner: str, password_hash: str | None) -> str:
    """A new secret for an app, sealed."""
    draft = Draft(owner, new_secret(), password_hash)
    return seal(settings, _PURPOSE, msgspec.json.encode(draft).decode())


def read_draft(settings: Settings, owner: str, sealed: str) -> Draft:
    """Raises Malformed for what this server did not seal for this owner."""
    try:
        draft = msgspec.json.decode(unseal(settings, _PURPOSE, sealed), type=Draft)
    except (Unreadable, msgspec.DecodeError):
        raise _broken() from None
    if draft.owner != owner:
        raise _broken()
    return draft


def checked_step(draft: Draft, code: str) -> int:
    """The time step of the first code of a new app; raises Invalid for a wrong one."""
    step = step_of(draft.secret, "".join(code.split()))
    if step is None:
        raise Invalid.at(
            "code", _("That code is wrong. Enter the one that the app shows now, and check your phone’s clock.")
        )
    return step


def shown(draft: Draft, account: str) -> dict[str, str]:
    """What the page shows: `picture` (a data: address), `secret` in groups."""
    return {"picture": qr_picture(address_of(draft.secret, account)), "secret": in_groups(draft.secret)}


def _broken() -> Malformed:
    return Malformed(_("Setting up the app was interrupted. Please start again."))
