"""Tables of public running logs: a force's 24 hours, a road closure, a critical incident."""

from enum import StrEnum

from tortoise import fields
from tortoise.models import Model


class EntryState(StrEnum):
    PUBLISHED = "published"
    HIDDEN = "hidden"


class RunningLog(Model):
    """A running log. Its id is its room's, whose hosts keep it. `categories` are what its entries are sorted by."""

    id = fields.CharField(max_length=16, primary_key=True)
    force_id = fields.CharField(max_length=64, db_index=True)
    neighbourhood_id = fields.CharField(max_length=64, null=True, db_index=True)
    title = fields.CharField(max_length=120)
    about = fields.TextField(default="")
    categories = fields.JSONField[list[str]](default=list)
    starts_at = fields.DatetimeField(db_index=True)
    ends_at = fields.DatetimeField(null=True)
    created_by = fields.CharField(max_length=16)
    created_at = fields.DatetimeField()

    class Meta:
        table = "running_log"


class RunningEntry(Model):
    """One entry, by staff: what happened, when, where. `text_seq` is the one entry of the room's log with its words."""

    id = fields.CharField(max_length=16, primary_key=True)
    room_id = fields.CharField(max_length=16)
    number = fields.IntField()
    client_id = fields.CharField(max_length=64)
    author_id = fields.CharField(max_length=16, db_index=True)
    at = fields.DatetimeField()
    place = fields.CharField(max_length=120, default="")
    category = fields.CharField(max_length=40)
    body = fields.TextField()
    html = fields.TextField()
    state = fields.CharEnumField(EntryState, max_length=16, default=EntryState.PUBLISHED)
    posted_seq = fields.IntField()
    text_seq = fields.IntField()
    created_at = fields.DatetimeField()
    edited_at = fields.DatetimeField(null=True)

    class Meta:
        table = "running_entry"
        unique_together = (("room_id", "number"), ("author_id", "room_id", "client_id"))


class RunningPicture(Model):
    """A picture of an entry as we encoded it anew (WebP), without what the camera wrote into it."""

    id = fields.CharField(max_length=16, primary_key=True)
    entry_id = fields.CharField(max_length=16, db_index=True)
    small = fields.BinaryField()
    large = fields.BinaryField()
    width = fields.IntField()
    height = fields.IntField()
    alt = fields.CharField(max_length=300)
    created_at = fields.DatetimeField()

    class Meta:
        table = "running_picture"
