"""Sealing: what must be read again by this server and by nobody who has only its database.

AES-256-GCM (NIST SP 800-38D) under a key that HKDF (RFC 5869) makes from BLUELAMP_SECRET_KEY, one for each purpose.
"""

import base64
import binascii
import secrets

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from foundation.settings import Settings

_NONCE = 12


class Unreadable(Exception):
    """Not sealed by this server for this purpose, or BLUELAMP_SECRET_KEY is another now."""


def key_for(settings: Settings, purpose: str) -> bytes:
    """256 bits that only this server knows, others for every purpose."""
    return HKDF(SHA256(), 32, salt=None, info=f"bluelamp.{purpose}".encode()).derive(settings.secret_key.encode())


def seal(settings: Settings, purpose: str, text: str) -> str:
    """The text, sealed; safe in a form and an address. Some 40 characters longer than a third more than the text."""
    nonce = secrets.token_bytes(_NONCE)
    sealed = AESGCM(key_for(settings, purpose)).encrypt(nonce, text.encode(), purpose.encode())
    return base64.urlsafe_b64encode(nonce + sealed).decode()


def unseal(settings: Settings, purpose: str, sealed: str) -> str:
    """The text again; raises Unreadable."""
    try:
        raw = base64.urlsafe_b64decode(sealed.encode())
        return AESGCM(key_for(settings, purpose)).decrypt(raw[:_NONCE], raw[_NONCE:], purpose.encode()).decode()
    except (InvalidTag, binascii.Error, ValueError):
        raise Unreadable from None
