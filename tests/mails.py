"""What people get by mail: read in the outbox until it is sent, in the files of a server without SMTP afterwards."""

import re
from email import message_from_bytes
from email.policy import default

from foundation.mail.carriers import mail_folder
from foundation.models import OutboxMail
from foundation.settings import Settings

_LINK = re.compile(r"https?://\S+|(?<=\s)/\S+")


async def mails_to(settings: Settings, recipient: str) -> list[tuple[str, str]]:
    """The subjects and texts of all mails to an address, oldest first, sent or not."""
    rows = await OutboxMail.filter(recipient=recipient).order_by("created_at", "id").values("id", "subject", "text")
    return [(row["subject"], row["text"] or _sent(settings, row["id"])) for row in rows]


async def last_link_to(settings: Settings, recipient: str) -> str:
    """The first link in the last mail to an address."""
    _subject, text = (await mails_to(settings, recipient))[-1]
    found = _LINK.search(text)
    assert found, text
    return found[0].rstrip(".,")


def _sent(settings: Settings, id_: str) -> str:
    message = message_from_bytes((mail_folder(settings) / f"{id_}.eml").read_bytes(), policy=default)
    body = message.get_body()
    assert body is not None
    return str(body.get_content())
