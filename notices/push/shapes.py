"""What a browser says of itself when it wants to be pushed to: as its own `PushSubscription.toJSON()` has it."""

from typing import Annotated

import msgspec

from notices.push.endpoints import LONGEST

Key = Annotated[str, msgspec.Meta(min_length=16, max_length=120)]


class Keys(msgspec.Struct):
    """In base64url: the browser's public key, and a secret of 16 bytes."""

    p256dh: Key
    auth: Key


class NewSubscription(msgspec.Struct):
    """Members that are not here (`expirationTime`) are ignored."""

    endpoint: Annotated[str, msgspec.Meta(min_length=12, max_length=LONGEST)]
    keys: Keys


class Subscribed(msgspec.Struct):
    """The browser's id, to take it out by."""

    id: str


class PushKey(msgspec.Struct):
    """What browsers subscribe with; null where the server pushes nothing."""

    public_key: str | None
