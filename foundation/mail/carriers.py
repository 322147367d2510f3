"""How a mail leaves: by the SMTP server of BLUELAMP_SMTP_URL, or as a file where there is none."""

import asyncio
import os
from email.message import EmailMessage
from email.utils import parseaddr
from pathlib import Path
from typing import Protocol
from urllib.parse import unquote, urlsplit

import aiosmtplib

from foundation.settings import Settings

_PATIENCE = 20.0
"""Seconds that a server has for each answer."""
_PORTS = {"smtp": 25, "smtp+starttls": 587, "smtps": 465}

CONNECTION_LOST = (aiosmtplib.SMTPConnectError, aiosmtplib.SMTPServerDisconnected, OSError)
"""Raised where nothing can be sent to anybody just now. TimeoutError is one of them."""


class Carrier(Protocol):
    """Something that takes mails away."""

    async def carry(self, message: EmailMessage, id_: str) -> None:
        """Take one mail away; raises where it was not taken."""

    async def close(self) -> None:
        """No more mails."""


def carrier_for(settings: Settings) -> Carrier:
    """The carrier that these settings ask for; it connects with the first mail."""
    return SmtpCarrier(settings.smtp_url) if settings.smtp_url else FolderCarrier(mail_folder(settings))


def mail_folder(settings: Settings) -> Path:
    """Where mails are written when there is no server to send them by."""
    return settings.folder / "mail"


def smtp_client(url: str) -> aiosmtplib.SMTP:
    """A client for an address of a server, not connected yet.

    `smtp://` is never encrypted, `smtp+starttls://` always, `smtps://` from the first byte; a server whose certificate
    is not good for its name is refused.
    """
    parts = urlsplit(url)
    return aiosmtplib.SMTP(
        hostname=parts.hostname,
        port=parts.port or _PORTS[parts.scheme],
        username=unquote(parts.username) if parts.username else None,
        password=unquote(parts.password) if parts.password else None,
        use_tls=parts.scheme == "smtps",
        start_tls=parts.scheme == "smtp+starttls",
        timeout=_PATIENCE,
    )


class SmtpCarrier:
    """One connection for as many mails as there are."""

    def __init__(self, url: str) -> None:
        self._client = smtp_client(url)

    async def carry(self, message: EmailMessage, id_: str) -> None:
        if not self._client.is_connected:
            await self._client.connect()
        sender = parseaddr(str(message["From"]))[1]
        await self._client.send_message(message, sender=sender, recipients=[str(message["To"])])

    async def close(self) -> None:
        if self._client.is_connected:
            await self._client.quit()


class FolderCarrier:
    """A file for each mail, for its owner only, named by its id; it is there in full or not at all."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    async def carry(self, message: EmailMessage, id_: str) -> None:
        # Lines end as in other files here, so that whoever looks for a link can use the tools of this machine.
        content = message.as_bytes(policy=message.policy.clone(linesep="\n"))
        await asyncio.to_thread(self._write, content, self._folder / f"{id_}.eml")

    async def close(self) -> None:
        pass

    def _write(self, content: bytes, file: Path) -> None:
        self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        partly = file.with_suffix(".part")
        partly.unlink(missing_ok=True)
        with os.fdopen(os.open(partly, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
            out.write(content)
        partly.replace(file)
