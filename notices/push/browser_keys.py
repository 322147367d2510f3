"""The keys that a browser gives with its subscription: what is sent to it only it can read (RFC 8291)."""

from base64 import urlsafe_b64decode
from binascii import Error

from cryptography.hazmat.primitives.asymmetric import ec

from foundation.errors import Invalid
from foundation.language import _

_AUTH_BYTES = 16
_POINT_BYTES = 65
_LONGEST = 120


def check_keys(p256dh: str, auth: str) -> None:
    """Raises Invalid where `p256dh` is no point of P-256, uncompressed, or `auth` not 16 bytes; both in base64url."""
    if len(_read(auth, "auth")) != _AUTH_BYTES:
        raise _wrong("auth")
    point = _read(p256dh, "p256dh")
    try:
        ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), point)
    except ValueError:
        raise _wrong("p256dh") from None
    if len(point) != _POINT_BYTES:
        raise _wrong("p256dh")


def _read(text: str, field: str) -> bytes:
    plain = text.rstrip("=")
    try:
        if len(text) > _LONGEST or not plain.replace("-", "").replace("_", "").isalnum():
            raise _wrong(field)
        return urlsafe_b64decode(plain + "=" * (-len(plain) % 4))
    except (Error, ValueError):
        raise _wrong(field) from None


def _wrong(field: str) -> Invalid:
    return Invalid.at(field, _("This browser’s key for notifications can’t be used."))
