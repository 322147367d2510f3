"""The table of shifts."""

from tortoise import fields
from tortoise.models import Model

from accounts.models import Person


class Shift(Model):
    """An officer on duty, from `began_at` to `ended_at`, or to `ends_at` (twelve hours later) where nobody ended it.

    `code_key` is a keyed hash of the three words of the shift, by which they are found; the words themselves follow
    from the secret, the officer, the shift and `attempt` (raised where the words were used in the last 30 days).
    `began_by` is `officer` where they said so themselves, or `room` where a room opened or was entered.
    """

    id = fields.CharField(max_length=16, primary_key=True)
    person: fields.ForeignKeyRelation[Person] = fields.ForeignKeyField(
        "bluelamp.Person", related_name="shifts", on_delete=fields.CASCADE, db_index=True
    )
    began_by = fields.CharField(max_length=8)
    began_at = fields.DatetimeField(db_index=True)
    ends_at = fields.DatetimeField()
    ended_at = fields.DatetimeField(null=True)
    code_key = fields.CharField(max_length=64, db_index=True)
    attempt = fields.IntField(default=0)

    class Meta:
        table = "shift"
