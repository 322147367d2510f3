"""The key that the terms of sealed cases are hashed with. It comes from the environment and is never stored."""

from dataclasses import dataclass, field
from functools import cached_property
from hashlib import blake2b

from foundation.settings import Settings

DIGEST = 16
"""Bytes of one hash: who has the key could find terms by trying them, who has not finds nothing."""


@dataclass(frozen=True)
class SealingKey:
    """`secret` is BLUELAMP_SEALED_KEY. `id` tells keys apart and tells nothing of them."""

    secret: str = field(repr=False)

    @cached_property
    def _key(self) -> bytes:
        return blake2b(self.secret.encode(), digest_size=32, person=b"bluelamp.sealed").digest()

    @cached_property
    def _begun(self) -> "blake2b":
        """A hash with the key in it and nothing else: to copy it takes half the time of a new one."""
        return blake2b(key=self._key, digest_size=DIGEST)

    @cached_property
    def id(self) -> str:
        return blake2b(self._key, digest_size=8, person=b"bluelamp.key-id").hexdigest()

    def digest(self, form: str) -> bytes:
        """The keyed hash (BLAKE2b, RFC 7693) of a folded form."""
        begun = self._begun.copy()
        begun.update(form.encode("utf-8", "surrogatepass"))
        return begun.digest()


def sealing_key(settings: Settings) -> SealingKey | None:
    """None where no key is set: then nothing can be sealed, and nothing sealed is found."""
    return SealingKey(settings.sealed_key) if settings.sealed_key else None
