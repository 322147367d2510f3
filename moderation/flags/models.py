"""How people flag."""

from tortoise import fields
from tortoise.models import Model


class FlaggerRecord(Model):
    """How often moderators agreed with somebody's flags, and whether they may flag."""

    person_id = fields.CharField(max_length=16, primary_key=True)
    upheld = fields.IntField(default=0)
    refused = fields.IntField(default=0)
    muted_until = fields.DatetimeField(null=True)
    muted_reason = fields.CharField(max_length=500, null=True)
    muted_by_id = fields.CharField(max_length=16, null=True)
    muted_at = fields.DatetimeField(null=True)

    class Meta:
        table = "flagger_record"
