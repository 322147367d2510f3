"""What is wrong with a form, all of it at once: a person mends it in one go."""

from collections.abc import Iterator
from contextlib import contextmanager

from foundation.errors import Conflict, FieldError, Invalid


class FormErrors:
    """Collects the fields that are wrong."""

    def __init__(self) -> None:
        self._fields: list[FieldError] = []

    @contextmanager
    def noted(self) -> Iterator[None]:
        """Note a refusal of the block instead of stopping at it."""
        try:
            yield
        except (Invalid, Conflict) as refusal:
            self._fields += refusal.fields

    def note(self, field: str, sentence: str) -> None:
        self._fields.append(FieldError(field, sentence))

    def check(self) -> None:
        """Raises Invalid where anything was noted."""
        if self._fields:
            raise Invalid(self._fields[0].message, fields=self._fields)
