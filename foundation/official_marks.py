"""What our own marks say: no title and no place may be taken for one of them."""

from typing import Final

from foundation.folding import Plain

_MARKS: Final = (
    "official answer", "verified officer", "answered by the police",
    "ateb swyddogol", "swyddog wedii ddilysu", "atebwyd gan yr heddlu",
)  # fmt: skip
"""As they are folded, in English and in Welsh."""


def begins_as_mark(title: str) -> bool:
    """Whether a title begins with what a mark says, or says it before a colon. "No official answer yet" does not."""
    plain = Plain(title).text
    *before, _last = plain.split(":")
    return _words(plain).startswith(_MARKS) or any(_words(part).endswith(_MARKS) for part in before)


def says_mark(words: str) -> bool:
    """Whether a mark's words stand anywhere."""
    folded = _words(words)
    return any(mark in folded for mark in _MARKS)


def _words(text: str) -> str:
    return " ".join(Plain(text).folded)
