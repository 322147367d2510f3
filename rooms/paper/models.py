"""The table of what was ticked on printed sheets."""

from tortoise import fields
from tortoise.models import Model


class PaperCount(Model):
    """How many ticked something on the printed sheets of a meeting: a question (`option` -1) or a poll's option."""

    id = fields.CharField(max_length=16, primary_key=True)
    room_id = fields.CharField(max_length=16, db_index=True)
    subject_type = fields.CharField(max_length=16)
    subject_id = fields.CharField(max_length=16)
    option = fields.IntField(default=-1)
    count = fields.IntField()
    entered_by = fields.CharField(max_length=16)
    entered_at = fields.DatetimeField()

    class Meta:
        table = "paper_count"
        unique_together = (("subject_id", "option"),)
