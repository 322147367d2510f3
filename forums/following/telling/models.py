"""The table of what followers are still to hear of."""

from tortoise import fields
from tortoise.models import Model


class ToTell(Model):
    """A reply that was shown and that its followers are still to hear of: written with it, told by a job in portions.

    `after_person_id` is the last one told. The row goes when all are.
    """

    id = fields.CharField(max_length=16, primary_key=True)
    reply_id = fields.CharField(max_length=16, unique=True)
    topic_id = fields.CharField(max_length=16)
    due_at = fields.DatetimeField(db_index=True)
    leased_until = fields.DatetimeField(null=True)
    after_person_id = fields.CharField(max_length=16, default="")

    class Meta:
        table = "forum_to_tell"
