"""Tables of a surgery's minutes."""

from enum import StrEnum
from typing import Any

from tortoise import fields
from tortoise.models import Model


class MinutesState(StrEnum):
    DRAFT = "draft"
    APPROVED = "approved"
    PUBLISHED = "published"


class Minutes(Model):
    """The minutes of a surgery, by its id. `version` is raised with each change: two hosts don't undo each other."""

    id = fields.CharField(max_length=16, primary_key=True)
    state = fields.CharEnumField(MinutesState, max_length=16, default=MinutesState.DRAFT)
    version = fields.IntField(default=1)
    drafted_by = fields.CharField(max_length=16)
    drafted_at = fields.DatetimeField()
    changed_at = fields.DatetimeField()
    approved_by = fields.CharField(max_length=16, null=True)
    approved_at = fields.DatetimeField(null=True)
    published_at = fields.DatetimeField(null=True)

    class Meta:
        table = "minutes"


class MinutesItem(Model):
    """One paragraph of minutes. `source_id` is the message, promise or poll that it was drafted from, by its kind.

    `text` is null while it says what its source says now, and the host's own wording once edited, either way it is not
    shown while its source is down. `redacted`: left out by the host, with a line that says so.
    """

    id = fields.CharField(max_length=16, primary_key=True)
    minutes: fields.ForeignKeyRelation[Minutes] = fields.ForeignKeyField(
        "bluelamp.Minutes", related_name="items", on_delete=fields.CASCADE, db_index=True
    )
    position = fields.IntField()
    kind = fields.CharField(max_length=16)
    source_id = fields.CharField(max_length=16, null=True, db_index=True)
    text = fields.TextField(null=True)
    html = fields.TextField(null=True)
    redacted = fields.BooleanField(default=False)
    redaction_reason = fields.CharField(max_length=300, null=True)

    class Meta:
        table = "minutes_item"


class MinutesEdition(Model):
    """The minutes as they were published once, the newest is what people read while the next one is written.

    `items` hold what the host wrote and what was left out, never the words of a source: those are read from its row.
    """

    id = fields.CharField(max_length=16, primary_key=True)
    minutes: fields.ForeignKeyRelation[Minutes] = fields.ForeignKeyField(
        "bluelamp.Minutes", related_name="editions", on_delete=fields.CASCADE, db_index=True
    )
    number = fields.IntField()
    items = fields.JSONField[list[dict[str, Any]]]()
    published_by = fields.CharField(max_length=16)
    published_at = fields.DatetimeField()

    class Meta:
        table = "minutes_edition"
        unique_together = (("minutes", "number"),)
