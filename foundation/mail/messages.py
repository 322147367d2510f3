"""A mail as RFC 5322 has it. The same row gives the same message, so that one that is sent twice is known as one."""

import re
from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from urllib.parse import urlsplit

from foundation.mail.unsubscribing import signed
from foundation.settings import Settings

_LONGEST_LINE = 990
"""Bytes; a server may cut what is longer."""


_OUR_PATH = re.compile(r"^(?=/\S+$)", re.MULTILINE)


@dataclass(frozen=True)
class Mail:
    """A mail's row: its columns of the same names."""

    id: str
    created_at: datetime
    recipient: str
    subject: str
    text: str
    unsubscribe: str | None = None


def message_of(settings: Settings, mail: Mail) -> EmailMessage:
    """The message of a mail: plain text in UTF-8, its Message-ID and Date from the row, marked as automatic.

    A line of the text that is a path of ours becomes our address; the link of `unsubscribe` is signed, in the text
    and in the headers of RFC 2369 and RFC 8058.
    """
    origin = settings.public_url or ""
    host = urlsplit(origin).hostname or "localhost"
    message = EmailMessage(policy=SMTP)
    message["From"] = settings.mail_from or f"Bluelamp <no-reply@{host}>"
    message["To"] = mail.recipient
    message["Subject"] = mail.subject
    message["Date"] = format_datetime(mail.created_at)
    message["Message-ID"] = f"<{mail.id}@{host}>"
    # RFC 3834: nobody's holiday notice is to answer it.
    message["Auto-Submitted"] = "auto-generated"
    text = mail.text
    if mail.unsubscribe:
        link = signed(settings, mail.unsubscribe)
        text = text.replace(mail.unsubscribe, link)
        if origin:
            _add_unsubscribing(message, origin + link)
    text = _OUR_PATH.sub(origin, text)
    message.set_content(text, charset="utf-8", cte="quoted-printable" if _has_long_lines(text) else "8bit")
    return message


def _add_unsubscribing(message: EmailMessage, address: str) -> None:
    message["List-Unsubscribe"] = f"<{address}>"
    message["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"


def _has_long_lines(text: str) -> bool:
    return any(len(line.encode()) > _LONGEST_LINE for line in text.splitlines())
