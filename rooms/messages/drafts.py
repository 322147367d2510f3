"""What somebody wants to say, on its way from a socket or a form to the service."""

from dataclasses import dataclass
from uuid import uuid4

from rooms.models import MessageKind, RelayedFrom


@dataclass(frozen=True)
class Draft:
    """Words on their way. `client_id` is a UUID that the client made, so that sending twice is one message.

    `confirm`: their author was warned of something in them and sends them all the same. `relayed`: where somebody else
    said them, whom staff enter them for.
    """

    client_id: str
    body: str
    kind: MessageKind = MessageKind.MESSAGE
    reply_to: str | None = None
    confirm: bool = False
    relayed: RelayedFrom | None = None


def new_client_id() -> str:
    """The client_id of a form that we made ourselves: posting it twice is one message."""
    return str(uuid4())
