"""The table of who is kept from writing in a forum, or out of it."""

from tortoise import fields
from tortoise.models import Model


class ForumRestriction(Model):
    """Somebody who is kept from writing in a forum (`silence`), or out of it (`remove`), by a decision."""

    id = fields.CharField(max_length=16, primary_key=True)
    forum_id = fields.CharField(max_length=16)
    person_id = fields.CharField(max_length=16)
    kind = fields.CharField(max_length=16)
    until = fields.DatetimeField(null=True)
    reason = fields.CharField(max_length=500)
    by_id = fields.CharField(max_length=16)
    decision_id = fields.CharField(max_length=16)
    created_at = fields.DatetimeField()
    ended_at = fields.DatetimeField(null=True)

    class Meta:
        table = "forum_restriction"
        indexes = (("person_id", "forum_id"),)
