"""Mail to be sent: a row written in the transaction of what it is about, so that neither comes without the other."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime

from foundation import clock
from foundation.errors import Invalid
from foundation.ids import new_id
from foundation.language import _
from foundation.models import OutboxMail

_RECIPIENT = re.compile(r"[^\s@<>,;:\"\\()\[\]]+@[^\s@<>,;:\"\\()\[\]]+")
_LONGEST_RECIPIENT = 254
_LONGEST_SUBJECT = 200


@dataclass(frozen=True)
class Mail:
    """A mail as `add_mail` takes it. `due_at`: it does not leave before then. Without `text`: see `mail/late.py`."""

    recipient: str
    subject: str
    text: str
    key: str | None = None
    unsubscribe: str | None = None
    due_at: datetime | None = None


async def add_mail(
    recipient: str, subject: str, text: str, *, key: str | None = None, unsubscribe: str | None = None
) -> None:
    """Have `text` (plain, in the receiver's language) sent to an address, once. Call it inside the act's transaction.

    A second mail with the same `key` (at most 64 characters) is not sent; without one each is a mail of its own.
    A line that is a path of ours becomes our address. `unsubscribe`: see `foundation/mail/unsubscribing.py`.
    Raises Invalid for what is not one address, and for a subject of several lines, which could smuggle headers in.
    """
    await add_mails([Mail(recipient, subject, text, key, unsubscribe)])


async def add_mails(mails: Iterable[Mail]) -> None:
    """The same of many: hundreds are written in one go, so that nobody else waits long for the database."""
    rows = [_row(mail) for mail in mails]
    if rows:
        await OutboxMail.bulk_create(rows, ignore_conflicts=True)


async def drop_mails(keys: Collection[str]) -> None:
    """Have mails that were not sent yet stay here: what they say is not so any more. Inside the act's transaction."""
    if keys:
        await OutboxMail.filter(key__in=list(keys), sent_at=None).delete()


def _row(mail: Mail) -> OutboxMail:
    _check_recipient(mail.recipient)
    _check_subject(mail.subject)
    id_, now = new_id(), clock.now()
    return OutboxMail(
        id=id_, key=mail.key or id_, recipient=mail.recipient, subject=mail.subject, text=mail.text, created_at=now,
        due_at=mail.due_at or now, unsubscribe=mail.unsubscribe,
    )  # fmt: skip


def _check_recipient(recipient: str) -> None:
    one = recipient.isprintable() and _RECIPIENT.fullmatch(recipient)
    if not one or len(recipient) > _LONGEST_RECIPIENT:
        raise Invalid.at("email", _("Enter an e-mail address like name@example.org."))


def _check_subject(subject: str) -> None:
    if not subject.isprintable() or not 0 < len(subject) <= _LONGEST_SUBJECT:
        raise Invalid(_("The subject of a mail must be one line of at most 200 characters."))
