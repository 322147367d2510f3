"""The signature under a close: Ed25519, by a key that follows from the server’s secret and is used for this alone."""

import hmac
from functools import cached_property

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

_LABEL = b"bluelamp close 1"


class Signer:
    """Signs what this server closes."""

    def __init__(self, secret: str) -> None:
        self._key = Ed25519PrivateKey.from_private_bytes(hmac.digest(secret.encode(), _LABEL, "sha256"))

    @cached_property
    def public(self) -> str:
        """The public key, 32 bytes in hexadecimal."""
        return self._key.public_key().public_bytes_raw().hex()

    def sign(self, statement: str) -> str:
        """The signature of a text, 64 bytes in hexadecimal."""
        return self._key.sign(statement.encode()).hex()


def is_signed(statement: str, signature: str, public: str) -> bool:
    """Whether the holder of the key to this public one, in hexadecimal, signed this text."""
    try:
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(public)).verify(bytes.fromhex(signature), statement.encode())
    except (InvalidSignature, ValueError):
        return False
    return True
