"""Codes of authenticator apps: TOTP (RFC 6238), six digits, a new one every thirty seconds."""

import hmac

import pyotp

from foundation import clock

STEP = 30
"""Seconds that one code is shown."""
_DRIFT = 1
"""Steps that the clock of a phone may be off, either way (RFC 6238, 5.2)."""


def new_secret() -> str:
    """160 random bits in base32, as apps take them."""
    return pyotp.random_base32()


def address_of(secret: str, account: str) -> str:
    """The otpauth:// address that an app reads from a QR code."""
    return pyotp.TOTP(secret).provisioning_uri(name=account, issuer_name="Bluelamp")


def in_groups(secret: str) -> str:
    """The secret to be typed: four characters at a time."""
    return " ".join(secret[start : start + 4] for start in range(0, len(secret), 4))


def step_of(secret: str, code: str) -> int | None:
    """The time step that a code of six digits belongs to, now or a step off; None where it is wrong."""
    now = int(clock.now().timestamp()) // STEP
    codes = pyotp.TOTP(secret)
    steps = range(now - _DRIFT, now + _DRIFT + 1)
    # All of them are compared, each in constant time: how long it takes says nothing.
    right = [step for step in steps if hmac.compare_digest(codes.generate_otp(step).encode(), code.encode())]
    return right[-1] if right else None
