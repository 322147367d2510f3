"""The mails that wait for a person, or were sent to them lately, as they take them away."""

from collections.abc import AsyncIterator
from typing import Any

from accounts.models import Person
from accounts.ports import Holding
from foundation.models import OutboxMail
from foundation.paging import by_key

JSON = dict[str, Any]


async def _mails(person: str) -> AsyncIterator[JSON]:
    """Without their texts, which may hold a link that lets somebody in."""
    own = await Person.get(id=person).values("email")
    if own["email"]:
        columns = ("recipient", "subject", "created_at", "due_at", "sent_at", "given_up_at")
        async for row in by_key(OutboxMail.filter(recipient=own["email"]), *columns):
            yield row


MAILS = (Holding("mails", ("outbox_mail.recipient",), _mails),)
