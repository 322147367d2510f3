"""Whether two flags on one thing came from one address, without keeping any address."""

import base64
import hmac

_LABEL = b"bluelamp flags 1"
_LENGTH = 10
"""Bytes: sixteen characters in base32."""


def origin_of(secret: str, target_type: str, target_id: str, network: str) -> str | None:
    """The mark on one thing of where somebody asks from (`Viewer.address`); None where that is not known.

    Hashed with the installation's key, and with the thing: nobody can follow an address from one thing to another by
    it. Of the network, not the machine: two phones at one table are no two places.
    """
    if not network:
        return None
    said = "\n".join((target_type, target_id, network)).encode()
    digest = hmac.digest(hmac.digest(secret.encode(), _LABEL, "sha256"), said, "sha256")
    return base64.b32encode(digest[:_LENGTH]).decode().lower()
