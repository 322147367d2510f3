"""The lines of a backup, and what is said of them: a row is one line, whatever database it came from.

The first line says what the file is, and a line before its rows which table they are of. The last one has their number
and the SHA-256 of all bytes before it.
"""

import hashlib
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, Final

import msgspec
from tortoise.fields import BinaryField, DateField, DatetimeField
from tortoise.models import Model

from server.backup.tables import columns_of

JSON = dict[str, Any]
FORMAT: Final = "bluelamp-backup-1"
_ENCODER = msgspec.json.Encoder(order="sorted")
_TYPES: Final[tuple[tuple[type, Any], ...]] = ((DatetimeField, datetime), (DateField, date), (BinaryField, bytes))
_WHOLE: Final = 2**256


def line_of(said: Any) -> bytes:
    """A line, its end too. What means the same is the same bytes: an object’s names are sorted."""
    return _ENCODER.encode(said) + b"\n"


class Types:
    """How the values of a table’s lines become those of its rows."""

    def __init__(self, model: type[Model]) -> None:
        self.columns = columns_of(model)
        fields = model._meta.fields_map
        self._types = [next((type_ for kind, type_ in _TYPES if isinstance(fields[name], kind)), Any)
                       for name in self.columns]  # fmt: skip

    def row(self, values: Sequence[Any]) -> JSON:
        """Raises ValueError (msgspec’s too) where these are not its values."""
        found = [
            value if value is None or type_ is Any else msgspec.convert(value, type_)
            for value, type_ in zip(values, self._types, strict=True)
        ]
        return dict(zip(self.columns, found, strict=True))


class Sum:
    """What a table’s rows come to, whatever order they are in: databases sort letters in ways of their own."""

    def __init__(self) -> None:
        self.rows = 0
        self._sum = 0

    def add(self, line: bytes) -> None:
        self.rows += 1
        self._sum = (self._sum + int.from_bytes(hashlib.sha256(line).digest())) % _WHOLE

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sum) and (self.rows, self._sum) == (other.rows, other._sum)

    __hash__ = None  # type: ignore[assignment]  # it grows
