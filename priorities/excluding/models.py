"""The table of who is kept from writing in the priorities of a neighbourhood."""

from tortoise import fields
from tortoise.models import Model


class PriorityRestriction(Model):
    """Somebody who is kept from writing there (`silence` or `remove`), by a decision. They still vote."""

    id = fields.CharField(max_length=16, primary_key=True)
    neighbourhood_id = fields.CharField(max_length=64)
    person_id = fields.CharField(max_length=16)
    kind = fields.CharField(max_length=16)
    until = fields.DatetimeField(null=True)
    reason = fields.CharField(max_length=500)
    by_id = fields.CharField(max_length=16, db_index=True)
    decision_id = fields.CharField(max_length=16)
    created_at = fields.DatetimeField()
    ended_at = fields.DatetimeField(null=True)

    class Meta:
        table = "priority_restriction"
        indexes = (("person_id", "neighbourhood_id"),)
