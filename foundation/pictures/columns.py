"""What is kept of a picture, in whichever table a feature keeps those that people put into what they write."""

from tortoise import fields
from tortoise.models import Model


class PictureColumns(Model):
    """A picture as we encoded it anew (WebP), without what the camera wrote into it.

    A feature's own table adds what it stands in: null until its words are posted, and until then only who sent it sees
    it. `position` below 0: it waits with an edit. `sha256` is that of `large`, in hexadecimal. Removed, the row keeps
    that and nothing to be looked at.
    """

    id = fields.CharField(max_length=16, primary_key=True)
    person_id = fields.CharField(max_length=16, db_index=True)
    position = fields.IntField(default=0)
    sha256 = fields.CharField(max_length=64)
    small = fields.BinaryField(null=True)
    large = fields.BinaryField(null=True)
    width = fields.IntField()
    height = fields.IntField()
    alt = fields.CharField(max_length=300, default="")
    created_at = fields.DatetimeField(db_index=True)
    removed_at = fields.DatetimeField(null=True)

    class Meta:
        abstract = True
