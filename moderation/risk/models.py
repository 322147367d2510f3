"""What the model has not read yet."""

from tortoise import fields
from tortoise.models import Model


class RiskBacklog(Model):
    """Something that went out without waiting for the model, and is to be read by it afterwards."""

    id = fields.CharField(max_length=16, primary_key=True)
    target_type = fields.CharField(max_length=16)
    target_id = fields.CharField(max_length=64)
    revision = fields.IntField(default=1)
    at = fields.DatetimeField(db_index=True)
    tries = fields.IntField(default=0)

    class Meta:
        table = "risk_backlog"
