"""A few rows in every table there is, with all that a column can hold, and what a database holds as one value."""

import json
import secrets
from datetime import UTC, date, datetime, timedelta
from enum import Enum
from typing import Any

from tortoise import fields
from tortoise.models import Model

from priorities.ballots.models import RoundKey
from server.backup.tables import columns_of, name_of, tables

ROWS = 3
WORDS = 'Fe’i gwelwyd “neithiwr” 🦉 \\ " \t<b>&amp;\n' + "x" * 30
KEY = "5ec4e7" * 10


async def fill_every_table() -> None:
    """Rows of chance; every second one has nothing where nothing may stand."""
    keys: dict[str, list[Any]] = {}
    for model in tables():
        made = [model(**_row(model, number, keys)) for number in range(ROWS)]
        await model.bulk_create(made)
        keys[name_of(model)] = [row.pk for row in made]
    await RoundKey.create(id="a-round", key=KEY)


async def everything() -> dict[str, list[str]]:
    """All rows of all tables that are kept, as text, sorted."""
    found = {}
    for model in tables():
        rows = await model.all().values(*columns_of(model))
        found[name_of(model)] = sorted(json.dumps(row, default=repr, sort_keys=True) for row in rows)
    return found


def _row(model: type[Model], number: int, keys: dict[str, list[Any]]) -> dict[str, Any]:
    meta = model._meta
    row: dict[str, Any] = {}
    for name in columns_of(model):
        field = meta.fields_map[name]
        if field.null and number % 2:
            row[name] = None
        elif field.reference is not None:
            row[name] = keys[field.reference.related_model._meta.db_table][number]  # type: ignore[attr-defined]
        else:
            row[name] = _value(field, number)
    return row


def _value(field: Any, number: int) -> Any:
    if enum := getattr(field, "enum_type", None):
        members: list[Enum] = list(enum)
        return members[number % len(members)]
    made: dict[type, Any] = {
        fields.CharField: _letters(field),
        fields.TextField: WORDS * 20,
        fields.DatetimeField: datetime(2026, 7, 1, 12, 30, 15, 123456, UTC) + timedelta(days=number),
        fields.DateField: date(2026, 2, 27) + timedelta(days=number),
        fields.BigIntField: 2**40 + number,
        fields.IntField: number - 1,
        fields.BooleanField: bool(number % 2),
        fields.FloatField: -3.1790000001 / (number + 1),
        fields.BinaryField: bytes(range(256)) * 40,
        fields.JSONField: {"to": [1.5, None, "Dŵr", {"z": True, "a": -7}], "b": {}, "a": number},
    }
    return next(value for kind, value in made.items() if isinstance(field, kind))


def _letters(field: Any) -> str:
    """A key has no two alike; other words have all sorts of letters."""
    most = getattr(field, "max_length", None)
    return secrets.token_hex(32)[:most] if field.pk or field.unique else (secrets.token_hex(4) + WORDS)[:most]
