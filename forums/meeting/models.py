"""The table of questions whose askers are asked."""

from tortoise import fields
from tortoise.models import Model


class AskedToMove(Model):
    """A question of a surgery whose asker is asked whether it may become a topic. `agreed` is null until they say."""

    id = fields.CharField(max_length=16, primary_key=True)
    question_id = fields.CharField(max_length=16, unique=True)
    surgery_id = fields.CharField(max_length=16, db_index=True)
    asker_id = fields.CharField(max_length=16, db_index=True)
    asked_by_id = fields.CharField(max_length=16, db_index=True)
    section_id = fields.CharField(max_length=16)
    asked_at = fields.DatetimeField()
    decided_at = fields.DatetimeField(null=True)
    agreed = fields.BooleanField(null=True)
    topic_id = fields.CharField(max_length=16, null=True)

    class Meta:
        table = "forum_asked_to_move"
