"""What somebody wants to say, on its way from a socket or a form to the service."""

from collections.abc import Mapping
from dataclasses import dataclass

from foundation.client_ids import client_id_of
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


def draft_of(form: Mapping[str, str]) -> Draft:
    """What a form says: `body`, `kind`, `reply_to`, `client_id`, `confirm`."""
    kind = MessageKind.QUESTION if form.get("kind") == "question" else MessageKind.MESSAGE
    confirm = form.get("confirm") == "true"
    return Draft(client_id_of(form), form.get("body", ""), kind, form.get("reply_to") or None, confirm)
