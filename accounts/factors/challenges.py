"""Challenges: each is for one browser and one purpose, and may be answered once, within five minutes."""

import secrets
from datetime import timedelta

from accounts.factors import challenge_store
from foundation import clock
from foundation.database import atomic
from foundation.errors import Malformed, NotSignedIn
from foundation.language import _
from foundation.permissions import Viewer

_KEPT = timedelta(days=1)


async def new_challenge(viewer: Viewer, purpose: str, person: str | None) -> bytes:
    """A challenge for the browser that asks; raises Malformed for one without a session's cookie."""
    if viewer.session is None:
        raise Malformed(_("Your browser sent no cookie. Allow cookies for this site, reload the page and try again."))
    challenge = secrets.token_bytes(32)
    await challenge_store.add_challenge(challenge, purpose, person, viewer.session)
    return challenge


async def use_challenge(viewer: Viewer, purpose: str, person: str | None, challenge: bytes) -> None:
    """Use a challenge up before its answer is looked at, so that no answer is ever looked at twice.

    Raises NotSignedIn with what was wrong: it is not this browser's, it is late, or it was answered already.
    """
    session = viewer.session or ""
    if not await atomic(lambda: challenge_store.set_used(challenge, purpose, person, session)):
        raise NotSignedIn(await _why(challenge, session))


async def forget_late_challenges() -> None:
    """Challenges are worth nothing after five minutes; for a day, who answers one is told that it is late."""
    await challenge_store.remove_late(clock.now() - _KEPT)


async def _why(challenge: bytes, session: str) -> str:
    known = await challenge_store.end_of(challenge, session)
    if known and known[1]:
        return _("That passkey’s answer was used already. Reload the page and try again.")
    if known and known[0] <= clock.now():
        return _("That took longer than five minutes. Please try again.")
    return _("That passkey’s answer does not belong to this page. Reload the page and try again.")
