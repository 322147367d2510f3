"""Tables that every feature writes to."""

from tortoise import fields
from tortoise.models import Model


class AuditEntry(Model):
    """One act that must be explainable later: who did what to what, when, and the reason given."""

    id = fields.CharField(max_length=16, primary_key=True)
    at = fields.DatetimeField(db_index=True)
    act = fields.CharField(max_length=64)
    actor_id = fields.CharField(max_length=16, null=True, db_index=True)
    actor_role = fields.CharField(max_length=16, null=True)
    subject_type = fields.CharField(max_length=32)
    subject_id = fields.CharField(max_length=64)
    reason = fields.TextField(default="")
    details = fields.JSONField[dict[str, object]](default=dict)

    class Meta:
        table = "audit_entry"
        indexes = (("subject_type", "subject_id"),)


class Mark(Model):
    """What this database is: `demonstration` is set in one that `bluelamp demo` made."""

    name = fields.CharField(max_length=32, primary_key=True)
    value = fields.CharField(max_length=64)

    class Meta:
        table = "mark"
