"""The table of pictures of proposals and of what the police did."""

from tortoise import fields
from tortoise.models import Model


class PriorityPicture(Model):
    """A picture as we encoded it anew (WebP), without what the camera wrote into it.

    `owner_type` is `proposal` or `action`, `owner_id` null until its words are posted: until then only who sent it sees
    it. `sha256` is that of `large`, in hexadecimal. Removed, the row keeps that and nothing to be looked at.
    """

    id = fields.CharField(max_length=16, primary_key=True)
    person_id = fields.CharField(max_length=16, db_index=True)
    owner_type = fields.CharField(max_length=16, default="")
    owner_id = fields.CharField(max_length=16, null=True, db_index=True)
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
        table = "priority_picture"
