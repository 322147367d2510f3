"""Who we are to push services: a key pair of our own (VAPID, RFC 8292) and whom they may write to about us."""

import re
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass
from functools import cached_property

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

_ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
"""Of P-256: a private key is a number below it."""
_KEY_BYTES = 32
_CONTACT = re.compile(r"mailto:[^\s@]+@[^\s@]+\.[^\s@]+|https://[^\s/]+\S*")


@dataclass(frozen=True)
class Vapid:
    """`private`: the private key's number, 32 bytes in base64url. `contact`: `mailto:…` or `https://…`."""

    private: str
    contact: str

    @cached_property
    def key(self) -> ec.EllipticCurvePrivateKey:
        """The private key; raises ValueError where `private` is none."""
        return ec.derive_private_key(_number(self.private), ec.SECP256R1())

    @cached_property
    def public(self) -> str:
        """The public key as browsers ask for it: an uncompressed point in base64url."""
        return _written(self.key.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint))


def is_private(text: str) -> bool:
    """Whether this is a private key, written as `private` is."""
    try:
        return _number(text) > 0
    except ValueError:
        return False


def is_contact(text: str) -> bool:
    """Whether push services take this as whom to write to."""
    return _CONTACT.fullmatch(text) is not None


def new_private() -> str:
    """A new private key."""
    return private_of(ec.generate_private_key(ec.SECP256R1()).private_numbers().private_value)


def private_of(number: int) -> str:
    return _written(number.to_bytes(_KEY_BYTES))


def _number(private: str) -> int:
    octets = urlsafe_b64decode(private + "=" * (-len(private) % 4))
    if len(octets) != _KEY_BYTES or not 0 < int.from_bytes(octets) < _ORDER:
        raise ValueError("not a private key of P-256")
    return int.from_bytes(octets)


def _written(octets: bytes) -> str:
    return urlsafe_b64encode(octets).rstrip(b"=").decode()
