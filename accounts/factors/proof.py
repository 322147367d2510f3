"""Asking again before a sensitive act: who is signed in must have proved lately that it is them."""

from datetime import timedelta

from foundation import clock
from foundation.errors import ProofNeeded
from foundation.language import _
from foundation.permissions import Role, Viewer

LASTS = timedelta(minutes=15)


def check_proved(viewer: Viewer) -> None:
    """Raises ProofNeeded unless the viewer signed in, or proved that it is them, within 15 minutes.

    Not asked of guests: they have nothing but their session to prove anything with.
    """
    if viewer.role is Role.GUEST:
        return
    if viewer.proved_at is None or clock.now() - viewer.proved_at > LASTS:
        raise ProofNeeded(_("Please show once more that it is you: sign in again, then do this within 15 minutes."))
