"""The table of people who closed their account, and of what they wanted to become of their words."""

from tortoise import fields
from tortoise.models import Model


class Departure(Model):
    """A closed account, by its person's `id`: `words` is `stay` or `go`.

    `done_at` is null while there is something left to take away. It is again when a legal hold has ended: what was
    kept for its sake goes then.
    """

    id = fields.CharField(max_length=16, primary_key=True)
    words = fields.CharField(max_length=8)
    asked_at = fields.DatetimeField()
    done_at = fields.DatetimeField(null=True, db_index=True)

    class Meta:
        table = "departure"
