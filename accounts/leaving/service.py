"""Taking one's account away, and closing it."""

from collections.abc import AsyncIterator
from typing import Literal

import structlog
from aiohttp import web

from accounts.above import person_changed
from accounts.factors.proof import check_proved
from accounts.leaving import letters, store
from accounts.leaving.departure_store import add_departure
from accounts.leaving.export import OWN, VERSION, account_file
from accounts.leaving.policy import check_may_close
from accounts.leaving.words import keeps_something, let_words_go_now
from accounts.ports import HOLDINGS
from accounts.sessions import store as session_store
from accounts.sessions.broadcast import sessions_ended
from foundation.audit.entries import add_entry
from foundation.audit.personal import erase_personal
from foundation.database import atomic
from foundation.errors import Conflict
from foundation.keys import LIMITS
from foundation.language import _
from foundation.permissions import Viewer

log = structlog.get_logger("accounts")
Words = Literal["stay", "go"]


async def export_account(app: web.Application, viewer: Viewer) -> AsyncIterator[bytes]:
    """Everything held about who asks, as the pieces of a JSON file; raises ProofNeeded and TooFast before the first."""
    check_proved(viewer)
    person = str(viewer.id)
    await app[LIMITS].check("account_export", person)
    await atomic(
        lambda: add_entry(
            act="account.export", actor=viewer, subject_type="person", subject_id=person, details={"version": VERSION}
        )
    )
    return account_file((*OWN, *app.get(HOLDINGS, ())), person)


def check_can_close(viewer: Viewer) -> None:
    """Raises what `close_account` would, before somebody fills in its form."""
    check_may_close(viewer)
    check_proved(viewer)


async def close_account(app: web.Application, viewer: Viewer, words: Words) -> bool:
    """Close the account of who asks, for good; gives whether a legal hold keeps something of it.

    The person goes in one transaction, and every sign-in with it. The words follow, the first at once, the rest by
    the clock. Raises NotAllowed for staff, ProofNeeded, and Conflict where another device was first.
    """
    check_can_close(viewer)
    person = str(viewer.id)
    kept = await keeps_something(app, person)
    ended = await atomic(lambda: _close(viewer, words, kept=kept))
    await sessions_ended(app, ended)
    await person_changed(app, person)
    try:
        await let_words_go_now(app, person, everything=words == "go")
    except Exception:  # the account is closed: what is left of the words goes by the clock
        log.exception("words_left", person=person)
    return kept


async def _close(viewer: Viewer, words: Words, *, kept: bool) -> list[str]:
    person = str(viewer.id)
    before = await store.own_details(person)
    if not await store.set_closed(person):
        raise Conflict(_("This account is closed already."))
    ended = await session_store.set_ended(person)
    await store.remove_belongings(person, before["email"])
    if not kept:
        await erase_personal([person])
    # Evidence without its author proves little: under a hold who it was stays with the audit, and nowhere else.
    named: dict[str, object] = {name: value for name, value in before.items() if value and kept}
    await add_entry(
        act="account.close", actor=viewer, subject_type="person", subject_id=person,
        details={"words": words}, personal=named or None,
    )  # fmt: skip
    await add_departure(person, words)
    if before["email"]:
        await letters.account_closed(person, before["email"], everything=words == "go")
    return ended
