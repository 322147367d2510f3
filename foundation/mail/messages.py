"""A mail as RFC 5322 has it. The same row gives the same message, so that one that is sent twice is known as one."""

from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from urllib.parse import urlsplit

from foundation.settings import Settings

_LONGEST_LINE = 990
"""Bytes; a server may cut what is longer."""


def message_of(
    settings: Settings, id_: str, created_at: datetime, recipient: str, subject: str, text: str
) -> EmailMessage:
    """The message of a mail: plain text in UTF-8, its Message-ID and Date from the row, marked as automatic."""
    host = urlsplit(settings.public_url or "").hostname or "localhost"
    message = EmailMessage(policy=SMTP)
    message["From"] = settings.mail_from or f"Bluelamp <no-reply@{host}>"
    message["To"] = recipient
    message["Subject"] = subject
    message["Date"] = format_datetime(created_at)
    message["Message-ID"] = f"<{id_}@{host}>"
    # RFC 3834: nobody's holiday notice is to answer it.
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(text, charset="utf-8", cte="quoted-printable" if _has_long_lines(text) else "8bit")
    return message


def _has_long_lines(text: str) -> bool:
    return any(len(line.encode()) > _LONGEST_LINE for line in text.splitlines())
