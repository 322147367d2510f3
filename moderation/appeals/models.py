"""Appeals against decisions."""

from tortoise import fields
from tortoise.models import Model


class Appeal(Model):
    """What the author of a thing says against a decision on it, once, and what somebody else came to."""

    id = fields.CharField(max_length=16, primary_key=True)
    decision_id = fields.CharField(max_length=16, unique=True)
    person_id = fields.CharField(max_length=16, db_index=True)
    force_id = fields.CharField(max_length=64)
    text = fields.TextField()
    at = fields.DatetimeField()
    state = fields.CharField(max_length=16, default="open")
    """open, upheld (the decision stands) or overturned."""
    version = fields.IntField(default=1)
    decided_by_id = fields.CharField(max_length=16, null=True)
    decided_at = fields.DatetimeField(null=True)
    reason = fields.TextField(default="")
    outcome_id = fields.CharField(max_length=16, null=True)
    """The decision that came of it, where it was overturned."""

    class Meta:
        table = "appeal"
        indexes = (("force_id", "state", "at"),)
