"""The link that ends mails of one kind with one request (RFC 8058): whoever has it may, signed in or not.

A mail's row holds the link's path without its signature, `/unsubscribe/WHAT`; it is signed as the mail leaves.
"""

import hashlib
import hmac

from foundation.settings import Settings

PATH = "/unsubscribe/"


def signed(settings: Settings, path: str) -> str:
    """The path with its signature as its last part."""
    return f"{path}/{_signature(settings, path)}"


def is_signed(settings: Settings, path: str, signature: str) -> bool:
    """Whether we made this signature for this path."""
    return hmac.compare_digest(signature.encode(errors="replace"), _signature(settings, path).encode())


def _signature(settings: Settings, path: str) -> str:
    return hmac.new(settings.secret_key.encode(), b"unsubscribe." + path.encode(), hashlib.sha256).hexdigest()[:40]
