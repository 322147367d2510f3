"""Tables of how far people have read, and when they came."""

from tortoise import fields
from tortoise.models import Model


class TopicReading(Model):
    """How far a person has read a topic: the highest number, and nothing else."""

    id = fields.CharField(max_length=16, primary_key=True)
    person_id = fields.CharField(max_length=16)
    topic_id = fields.CharField(max_length=16, db_index=True)
    last_number = fields.IntField()
    read_at = fields.DatetimeField()

    class Meta:
        table = "forum_reading"
        unique_together = (("person_id", "topic_id"),)


class ForumVisit(Model):
    """When a person last came to a forum's page, and when the time before: what is new since then is marked."""

    id = fields.CharField(max_length=16, primary_key=True)
    person_id = fields.CharField(max_length=16)
    forum_id = fields.CharField(max_length=16)
    visited_at = fields.DatetimeField()
    before_at = fields.DatetimeField(null=True)

    class Meta:
        table = "forum_visit"
        unique_together = (("person_id", "forum_id"),)
