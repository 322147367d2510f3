"""Tables of what repeats: a rule, and what all its dates have in common."""

from tortoise import fields
from tortoise.models import Model

from rooms.models import MeetingKind, Mode


class Series(Model):
    """Surgeries, office hours or meetings that repeat by a rule (RFC 5545's RRULE, without DTSTART).

    People agreed on a local time in a zone: `local_start` is the first (`2026-11-22T18:00`). Each date is a `Surgery`
    of its own, made ahead until `made_until` (a local date), what is changed or cancelled there stands there.
    """

    id = fields.CharField(max_length=16, primary_key=True)
    force_id = fields.CharField(max_length=64, db_index=True)
    neighbourhood_id = fields.CharField(max_length=64, db_index=True)
    kind = fields.CharEnumField(MeetingKind, max_length=16)
    title = fields.CharField(max_length=120)
    topic = fields.CharField(max_length=300, default="")
    before_text = fields.TextField(null=True)
    after_text = fields.TextField(null=True)
    place = fields.CharField(max_length=300, null=True)
    access_notes = fields.CharField(max_length=500, null=True)
    online = fields.BooleanField(default=True)
    floor = fields.CharField(max_length=32, null=True)
    mode = fields.CharEnumField(Mode, max_length=16, default=Mode.OPEN)
    rule = fields.CharField(max_length=300)
    local_start = fields.CharField(max_length=16)
    minutes = fields.IntField()
    time_zone = fields.CharField(max_length=64)
    created_by = fields.CharField(max_length=16)
    created_at = fields.DatetimeField()
    changed_at = fields.DatetimeField()
    made_until = fields.CharField(max_length=10, null=True)
    ended_at = fields.DatetimeField(null=True)
    end_reason = fields.CharField(max_length=500, null=True)

    class Meta:
        table = "series"


class SeriesHost(Model):
    """Somebody who holds each date of a series, from those on that are made after they were named."""

    id = fields.CharField(max_length=16, primary_key=True)
    series: fields.ForeignKeyRelation[Series] = fields.ForeignKeyField(
        "bluelamp.Series", related_name="hosts", on_delete=fields.CASCADE
    )
    person_id = fields.CharField(max_length=16, db_index=True)

    class Meta:
        table = "series_host"
        unique_together = (("series", "person_id"),)
