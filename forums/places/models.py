"""Tables of forums and their sections."""

from enum import StrEnum

from tortoise import fields
from tortoise.models import Model


class ForumKind(StrEnum):
    """Whose forum it is. Nobody but the staff of its force finds the one of kind `staff`."""

    NEIGHBOURHOOD = "neighbourhood"
    FORCE = "force"
    STAFF = "staff"


class WhoPosts(StrEnum):
    """Who may write in a section: staff only, or residents from this tier up."""

    STAFF = "staff"
    EMAIL = "email"
    POSTCODE = "postcode"
    CONFIRMED = "confirmed"


class Forum(Model):
    """One forum. `key` is what it is one for: `neighbourhood:ID`, `force:ID` or `staff:ID` (the id of the force)."""

    id = fields.CharField(max_length=16, primary_key=True)
    key = fields.CharField(max_length=80, unique=True)
    kind = fields.CharEnumField(ForumKind, max_length=16)
    force_id = fields.CharField(max_length=64, db_index=True)
    neighbourhood_id = fields.CharField(max_length=64, null=True)
    mode = fields.CharField(max_length=16, default="open")
    slow_seconds = fields.IntField(null=True)
    created_at = fields.DatetimeField()

    class Meta:
        table = "forum"


class Section(Model):
    """What a force's forums of one kind are divided into. Each of them has the same.

    `slug` is what addresses and clients call it. `guests`: guests may write, and wait for a moderator. `mode` is a
    `moderation.modes.Mode` of its own, null for the forum's.
    """

    id = fields.CharField(max_length=16, primary_key=True)
    force_id = fields.CharField(max_length=64)
    kind = fields.CharEnumField(ForumKind, max_length=16)
    slug = fields.CharField(max_length=40)
    position = fields.IntField()
    name = fields.CharField(max_length=60)
    name_cy = fields.CharField(max_length=60, default="")
    about = fields.CharField(max_length=200, default="")
    about_cy = fields.CharField(max_length=200, default="")
    who_posts = fields.CharEnumField(WhoPosts, max_length=16, default=WhoPosts.EMAIL)
    who_replies = fields.CharEnumField(WhoPosts, max_length=16, default=WhoPosts.EMAIL)
    guests = fields.BooleanField(default=False)
    mode = fields.CharField(max_length=16, null=True)
    slow_seconds = fields.IntField(null=True)
    version = fields.IntField(default=1)
    archived_at = fields.DatetimeField(null=True)

    class Meta:
        table = "forum_section"
        unique_together = (("force_id", "kind", "slug"),)
