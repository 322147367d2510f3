"""All that is wrong in a form, said in one answer: nobody is to send it once for each field."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from foundation.errors import Conflict, Invalid, Refusal


class FormErrors:
    """Gathers refusals of fields; `check` raises the first, with the fields of all."""

    def __init__(self) -> None:
        self._refusals: list[Invalid | Conflict] = []

    @contextmanager
    def gather(self) -> Iterator[None]:
        """Keep a refusal that names a field for later; another goes through."""
        try:
            yield
        except (Invalid, Conflict) as refusal:
            if not refusal.fields:
                raise
            self._refusals.append(refusal)

    def note(self, field: str, sentence: str) -> None:
        """Note a field that is wrong."""
        self._refusals.append(Invalid.at(field, sentence))

    def check(self) -> None:
        """Raises Invalid or Conflict where anything was gathered or noted."""
        if self._refusals:
            first = self._refusals[0]
            first.fields = [each for refusal in self._refusals for each in refusal.fields]
            raise first


def of_refusal(refusal: Refusal | None) -> dict[str, Any]:
    """What a form’s page needs of why it comes back, or None: `status`, and `problem` and `fields` as in forms.html.

    Its summary lists the fields that are wrong; the sentence stands there where none is named.
    """
    if refusal is None:
        return {"status": 200, "problem": None, "fields": []}
    return {"status": refusal.status, "problem": refusal.message, "fields": refusal.fields}
