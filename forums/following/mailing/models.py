"""The table of what waits for people's digests."""

from tortoise import fields
from tortoise.models import Model


class ForDigest(Model):
    """One reply that a person's next digest is to tell of, and why: `mention`, `reply`, `answer`, `watch`."""

    id = fields.CharField(max_length=16, primary_key=True)
    person_id = fields.CharField(max_length=16)
    topic_id = fields.CharField(max_length=16, db_index=True)
    reply_id = fields.CharField(max_length=16)
    why = fields.CharField(max_length=16)
    at = fields.DatetimeField()

    class Meta:
        table = "forum_for_digest"
        unique_together = (("person_id", "reply_id"),)
