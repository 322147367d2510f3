"""What somebody wants to say, checked before anything else looks at it."""

from dataclasses import dataclass

from foundation.errors import FieldError, Invalid
from foundation.language import _
from foundation.text import MAX_LENGTH, clean_text
from rooms.models import MessageKind


@dataclass(frozen=True)
class Draft:
    """Words on their way. `client_id` is a UUID that the client made, so that sending twice is one message.

    `confirm`: their author was warned of something in them and sends them all the same.
    """

    client_id: str
    body: str
    kind: MessageKind = MessageKind.MESSAGE
    reply_to: str | None = None
    confirm: bool = False


def checked_body(body: str) -> str:
    """The body cleaned of what can't be seen; raises Invalid where nothing is left or it is too long."""
    if len(body) > MAX_LENGTH:
        raise _invalid(_("This is too long. Please use at most %(most)s characters.", most=MAX_LENGTH))
    cleaned = clean_text(body)
    if not any(character.isprintable() and not character.isspace() for character in cleaned):
        raise _invalid(_("Write something first."))
    return cleaned


def _invalid(sentence: str) -> Invalid:
    return Invalid(sentence, fields=[FieldError("body", sentence)])
