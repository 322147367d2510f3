"""Who is known: what moderators came to about the words of each person."""

from tortoise import fields
from tortoise.models import Model


class KnownPerson(Model):
    """What is known of somebody's posts: how many a person approved, and how many were refused, since `began_at`."""

    person_id = fields.CharField(max_length=16, primary_key=True)
    began_at = fields.DatetimeField()
    approved = fields.IntField(default=0)
    stood = fields.IntField(default=0)
    """Posts that were published without anybody's asking, and still stand."""
    refused = fields.IntField(default=0)
    known_at = fields.DatetimeField(null=True)
    lost_at = fields.DatetimeField(null=True)

    class Meta:
        table = "known_person"
