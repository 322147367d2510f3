"""Sends what is in the outbox, at least once: each mail under a lease, with a commit of its own after it.

A process that dies while it sends leaves a lease that ends: then the mail is sent again, with the same Message-ID.
"""

from dataclasses import fields
from datetime import timedelta
from email.message import EmailMessage
from typing import Any

import aiosmtplib
import structlog
from aiohttp import web

from foundation import clock, metrics
from foundation.keys import SETTINGS
from foundation.mail import store as outbox_store
from foundation.mail.carriers import CONNECTION_LOST, Carrier, carrier_for
from foundation.mail.late import Late, composer_of
from foundation.mail.messages import Mail, message_of

log = structlog.get_logger("jobs")

_LEASE = timedelta(minutes=5)
"""Longer than a server that answers each command at the last moment takes for one mail."""
_TRIED_AGAIN_AFTER = tuple(timedelta(minutes=each) for each in (1, 5, 15, 60, 120, 240, 480, 480))
"""After the first try, the second …; then it is given up, a day after the first. A server that says "never" is asked
again too: it may have been set up wrongly, and a mail that is lost can't be called back."""
_FINAL = 500
_KEPT = timedelta(days=30)
_NO_MORE = Late("", "")
"""There is nothing left to be said: the mail does not leave."""
_AT_ONCE = 50


async def send_due_mails(app: web.Application) -> None:
    """Send what is due; another process may be at it too."""
    due = await outbox_store.due_mails(clock.now(), _AT_ONCE)
    if not due:
        return
    carrier = carrier_for(app[SETTINGS])
    try:
        for id_ in due:
            if not await _send(app, carrier, id_):
                break
    finally:
        await _close(carrier)


async def forget_old_mails(app: web.Application) -> None:
    """Remove what was sent or given up a month ago: whom we wrote to is nobody's business for longer."""
    await outbox_store.remove_mails_done_before(clock.now() - _KEPT)


async def _send(app: web.Application, carrier: Carrier, id_: str) -> bool:
    """Send one mail; gives False where trying the next would be in vain."""
    now = clock.now()
    mail = await outbox_store.claim_mail(id_, now, now + _LEASE)
    if mail is None:
        return True
    try:
        late = await _late_words(app, mail)
        if late.recipient and late.recipient != mail["recipient"]:
            mail["recipient"] = late.recipient
            await outbox_store.set_recipient(id_, late.recipient)
        if late is not _NO_MORE:
            await carrier.carry(_message(app, mail, late), id_)
    except Exception as error:  # whatever it is, the mail is tried again and the others still go
        await _put_off(mail, error)
        return not isinstance(error, CONNECTION_LOST)
    await outbox_store.set_sent(id_, clock.now())
    if late is not _NO_MORE:
        metrics.mails.labels("sent").inc()
        await late.sent()
    return True


async def _late_words(app: web.Application, mail: dict[str, Any]) -> Late:
    """The words of this moment, where they were left for it; else those of the row."""
    compose = composer_of(app, mail)
    if compose is None:
        return Late(mail["subject"], mail["text"])
    return await compose(app, mail["key"]) or _NO_MORE


def _message(app: web.Application, mail: dict[str, Any], late: Late) -> EmailMessage:
    row = mail | {"subject": late.subject, "text": late.text}
    return message_of(app[SETTINGS], Mail(**{column.name: row[column.name] for column in fields(Mail)}))


async def _put_off(mail: dict[str, Any], error: Exception) -> None:
    tries, now = mail["tries"], clock.now()
    given_up = tries > len(_TRIED_AGAIN_AFTER)
    if given_up:
        await outbox_store.set_given_up(mail["id"], now)
    else:
        await outbox_store.set_due(mail["id"], now + _TRIED_AGAIN_AFTER[tries - 1])
    if _is_final(error):
        await outbox_store.set_refused(mail["id"], now)
    outcome = "given_up" if given_up else "failed"
    metrics.mails.labels(outcome).inc()
    # Not the error's words: a server repeats the address in them.
    log.warning(f"mail_{outcome}", mail=mail["id"], tries=tries, error=type(error).__name__, code=_code_of(error))


def _is_final(error: Exception) -> bool:
    """Whether the server says that it will never take mail for this address (RFC 5321: 5xx at RCPT TO)."""
    return isinstance(error, aiosmtplib.SMTPRecipientsRefused) and (_code_of(error) or 0) >= _FINAL


def _code_of(error: Exception) -> int | None:
    """The server's number for its refusal, where it gave one."""
    refused = getattr(error, "recipients", None)
    return getattr(refused[0] if refused else error, "code", None)


async def _close(carrier: Carrier) -> None:
    try:
        await carrier.close()
    except Exception as error:  # everything was sent: how the server says goodbye changes nothing
        log.info("mail_goodbye_failed", error=type(error).__name__)
