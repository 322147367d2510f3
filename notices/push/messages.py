"""A push message as its service takes it: encrypted for one browser (RFC 8291), signed with our key (RFC 8292)."""

from datetime import datetime, timedelta
from typing import Any

import msgspec
from py_vapid import Vapid02
from pywebpush import WebPusher

from foundation.vapid import Vapid
from notices.push.endpoints import origin_of

_SIGNED_FOR = timedelta(hours=12)
"""A push service takes no signature that holds for longer than a day."""


def encrypted(push: dict[str, Any]) -> bytes:
    """What the browser shows, `{title, body, path, tag}`, in a form that nobody on the way can read."""
    keys = {"p256dh": push["subscription__p256dh"], "auth": push["subscription__auth"]}
    shown = {"title": push["title"], "body": push["body"], "path": push["path"], "tag": push["id"]}
    pusher = WebPusher({"endpoint": push["subscription__endpoint"], "keys": keys})
    return bytes(pusher.encode(msgspec.json.encode(shown))["body"])


def headers(vapid: Vapid, push: dict[str, Any], now: datetime) -> dict[str, str]:
    """The headers of RFC 8030: how long its service keeps it (`TTL`, seconds), how soon it matters, who sends it."""
    claims = {
        "sub": vapid.contact,
        "aud": origin_of(push["subscription__endpoint"]),
        "exp": int((now + _SIGNED_FOR).timestamp()),
    }
    return {
        "Content-Type": "application/octet-stream",
        "Content-Encoding": "aes128gcm",
        "TTL": str(max(0, int((push["useless_after"] - now).total_seconds()))),
        "Urgency": "high" if push["urgent"] else "normal",
        **Vapid02(private_key=vapid.key).sign(claims),
    }
