"""Refusals: every "no" that a person or a client may get, with its code, status and sentence.

The codes are the contract's; the sentence says what to do next and is already in the reader's language.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar, Self

from yarl import URL


@dataclass(frozen=True)
class FieldError:
    """One field that is wrong: its name in the form or body, and a sentence about it."""

    field: str
    message: str


class Refusal(Exception):
    """A request that is answered with no. Never shows a stack trace and never carries personal data."""

    code: ClassVar[str] = "invalid"
    status: ClassVar[int] = 422
    kind: ClassVar[str] = ""
    """What the `type` of a problem ends with where a client must tell it from others of the code; else the code."""
    decided: ClassVar[bool] = False
    """Whether somebody decided it about the person who is refused, who may read why and appeal."""

    def __init__(
        self,
        message: str,
        *,
        fields: Sequence[FieldError] = (),
        until: datetime | None = None,
        retry_after: float | None = None,
        details: dict[str, Any] | None = None,
    ) -> None:
        """`until`: when a refusal ends; `retry_after`: seconds; `details`: more members of the answer."""
        super().__init__(message)
        self.message = message
        self.fields = list(fields)
        self.until = until
        self.retry_after = retry_after
        self.details = dict(details or {})

    @classmethod
    def at(cls, field: str, sentence: str) -> Self:
        """One field is what is wrong, and the sentence says all of it."""
        return cls(sentence, fields=[FieldError(field, sentence)])


class Invalid(Refusal):
    """Understood, but a value in it is wrong."""


class Malformed(Refusal):
    """Not understood at all: broken JSON, a missing form field."""

    status = 400


class WrongMethod(Refusal):
    """An address that is there, asked in a way that it does not know."""

    status = 405


class TooLarge(Refusal):
    status = 413


class NotSignedIn(Refusal):
    code = "not_allowed"
    status = 401


class NotAllowed(Refusal):
    code = "not_allowed"
    status = 403


class KeptOut(NotAllowed):
    """Somebody was removed from a place, and may not come in for now."""

    decided = True


class ProofNeeded(NotAllowed):
    """A sensitive act by somebody who has not proved for a while that it is them: a page asks, and leads back."""

    kind = "prove"


class NotFound(Refusal):
    code = "not_found"
    status = 404


class Elsewhere(NotFound):
    """It stands at another address by now, to which a page that is asked for leads on."""

    def leads_on(self, asked: URL) -> str:
        """The address of the same page there; `asked` is the one by which somebody came."""
        raise NotImplementedError


class Gone(Refusal):
    code = "not_found"
    status = 410


class Conflict(Refusal):
    code = "conflict"
    status = 409


class Closed(Refusal):
    """The room is not open to words, or locked."""

    code = "closed"
    status = 409


class TooFast(Refusal):
    code = "too_fast"
    status = 429


class Unavailable(Refusal):
    code = "unavailable"
    status = 503
