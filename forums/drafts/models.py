"""The table of drafts."""

from tortoise import fields
from tortoise.models import Model


class Draft(Model):
    """What somebody is writing. `place` is where: `new:FORUM`, `reply:TOPIC` or `edit:REPLY`, ids after the colon."""

    id = fields.CharField(max_length=16, primary_key=True)
    person_id = fields.CharField(max_length=16)
    place = fields.CharField(max_length=32)
    title = fields.CharField(max_length=200, default="")
    body = fields.TextField(default="")
    section = fields.CharField(max_length=40, default="")
    reply_to = fields.CharField(max_length=16, default="")
    version = fields.IntField(default=1)
    """Of the draft: the latest of two devices wins, and the other one is told."""
    changed_at = fields.DatetimeField(db_index=True)

    class Meta:
        table = "forum_draft"
        unique_together = (("person_id", "place"),)
