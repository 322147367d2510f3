"""Every query that erases private conversations."""

from collections.abc import Sequence
from datetime import datetime

from tortoise.expressions import Q

from foundation import clock
from rooms.booth.models import Booth
from rooms.models import Message
from rooms.queue.models import Ticket

_WORDS = ~Q(body="") | ~Q(html="") | Q(pending_body__isnull=False)
_MOST = 200


async def due(moment: datetime) -> list[str]:
    """The booths whose words were to be gone by this moment, and are not known to be."""
    late = Booth.filter(purge_at__lte=moment, purged_at=None).order_by("purge_at").limit(_MOST)
    return [str(booth) for booth in await late.values_list("id", flat=True)]


async def with_words(booth_id: str, most: int, after: str = "") -> list[tuple[str, str]]:
    """Messages of a booth that still say something, oldest first: id and author."""
    said = Message.filter(_WORDS, room_id=booth_id, id__gt=after).order_by("id").limit(most)
    return [(str(message), str(author)) for message, author in await said.values_list("id", "author_id")]


async def remove_words(booth_id: str, messages: Sequence[str]) -> None:
    gone = {"body": "", "html": "", "pending_body": None, "pending_html": None, "held_reason": ""}
    await Message.filter(room_id=booth_id, id__in=list(messages)).update(**gone)


async def set_purged(booth_id: str) -> None:
    await Booth.filter(id=booth_id, purged_at=None).update(purged_at=clock.now(), resident_id="")


async def old_tickets(before: datetime) -> list[tuple[str, str]]:
    """Ticket and person of those that ended before this moment."""
    old = Ticket.filter(ended_at__lt=before).order_by("ended_at").limit(_MOST)
    return [(str(ticket), str(person)) for ticket, person in await old.values_list("id", "person_id")]


async def remove_ticket(ticket: str) -> None:
    await Ticket.filter(id=ticket).delete()
