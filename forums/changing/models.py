"""The table of words as they were."""

from tortoise import fields
from tortoise.models import Model


class ReplyRevision(Model):
    """The words of a reply as they were, kept at each edit: everybody sees that there are some, staff read them.

    `title` is the topic's, of number 1. Emptied with the words when these are taken away for good.
    """

    id = fields.CharField(max_length=16, primary_key=True)
    reply_id = fields.CharField(max_length=16)
    version = fields.IntField()
    title = fields.CharField(max_length=120, null=True)
    body = fields.TextField()
    by_id = fields.CharField(max_length=16)
    at = fields.DatetimeField()

    class Meta:
        table = "forum_reply_revision"
        unique_together = (("reply_id", "version"),)
        indexes = (("by_id",),)
