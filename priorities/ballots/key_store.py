"""Whether a round has the key with which its vote was opened: after a restore it has another one."""

from hashlib import sha256

from foundation.models import Mark

_NAME = "round_key:"


async def add_fingerprint(round_id: str, key: str) -> None:
    """Remember which key (in hexadecimal) a round has. Backups have this, and not the key; it leads to nothing."""
    await Mark.update_or_create(defaults={"value": _fingerprint(key)}, name=f"{_NAME}{round_id}")


async def is_other_key(round_id: str, key: str) -> bool:
    """Whether this key is another one than what is remembered: it was made after a restore."""
    return not await Mark.filter(name=f"{_NAME}{round_id}", value=_fingerprint(key)).exists()


def _fingerprint(key: str) -> str:
    return sha256(f"fingerprint\n{key}".encode()).hexdigest()[:16]
