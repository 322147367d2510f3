"""The three words of a shift: they follow from the server's secret, so that no table holds them."""

import hashlib
import hmac
from dataclasses import dataclass
from typing import Any

from accounts.duty.code_words import words_of
from foundation.settings import Settings


@dataclass(frozen=True)
class Code:
    """The words of one shift; `key` is the keyed hash that they are found by. `attempt` counts from 0."""

    words: str
    key: str
    attempt: int

    @property
    def repeats(self) -> bool:
        """Whether a word stands in it twice, which a listener would take for a slip."""
        words = self.words.split()
        return len(set(words)) < len(words)


def code_of(settings: Settings, officer: str, shift: str, attempt: int) -> Code:
    """The code of an officer's shift, at this attempt at one that nobody had in the last 30 days."""
    words = words_of(_mac(settings, "duty words", f"{officer}|{shift}|{attempt}"))
    return Code(words, key_of(settings, words), attempt)


def key_of(settings: Settings, words: str) -> str:
    """How words (as `read_words` gives them) are kept and found: nobody can read them out of the database."""
    return _mac(settings, "duty code", words).hex()


def words_of_shift(settings: Settings, shift: dict[str, Any]) -> str | None:
    """The words of a shift's row; None where the server's secret is another than when it began."""
    code = code_of(settings, shift["person_id"], shift["id"], shift["attempt"])
    return code.words if hmac.compare_digest(code.key, shift["code_key"]) else None


def _mac(settings: Settings, purpose: str, text: str) -> bytes:
    """Each purpose has a key of its own, derived from the server's secret."""
    key = hmac.digest(settings.secret_key.encode(), f"bluelamp {purpose}".encode(), hashlib.sha256)
    return hmac.digest(key, text.encode(), hashlib.sha256)
