"""The notice to who asked to be called back: it is their turn. It goes as soon as it is not their turn any more."""

from collections.abc import Sequence
from typing import Any

from foundation import clock
from foundation.language import _
from notices.kinds import NoticeKind
from notices.service import noticed, notify
from notices.taking_back_service import take_back
from rooms.queue.calls import ANSWER_WITHIN
from rooms.queue.models import TicketState
from rooms.writing import Tell

JSON = dict[str, Any]


async def turn_told(ticket: JSON, room_id: str) -> Sequence[Tell]:
    """Inside the call's transaction; `ticket` with its new `called_at`. Nothing for who waits on the page.

    In words that say nothing of police or of a talk, for others may see the screen.
    """
    if not ticket["call_back"]:
        return []
    quiet = bool(ticket["quiet"])
    await notify(
        ticket["person_id"], NoticeKind.YOUR_TURN,
        lambda: _("You have something new to read.") if quiet else _("It is your turn."),
        f"/surgeries/{room_id}#queue", key=_key(ticket), urgent=True,
        heading=lambda: _("Something new") if quiet else _("Your turn"), useless_after=clock.now() + ANSWER_WITHIN,
    )  # fmt: skip
    return [noticed(ticket["person_id"])]


async def turn_over(ticket: JSON) -> Sequence[Tell]:
    """They came, missed it, left, or the call was taken back. Inside that transaction; `ticket` as it was before."""
    if ticket["state"] != TicketState.CALLED or not ticket["call_back"]:
        return []
    await take_back(ticket["person_id"], _key(ticket))
    return [noticed(ticket["person_id"])]


def _key(ticket: JSON) -> str:
    return f"turn:{ticket['id']}:{int(ticket['called_at'].timestamp())}"
