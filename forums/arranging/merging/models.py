"""The table of the addresses of topics that were merged."""

from tortoise import fields
from tortoise.models import Model


class TopicAddress(Model):
    """Where the address of a topic (`id`) leads that was merged into another one."""

    id = fields.CharField(max_length=16, primary_key=True)
    topic_id = fields.CharField(max_length=16, db_index=True)
    by_id = fields.CharField(max_length=16)
    at = fields.DatetimeField()

    class Meta:
        table = "forum_topic_address"
