"""Tables of private rooms: a resident and an officer, or two where the resident is a child."""

from enum import StrEnum

from tortoise import fields
from tortoise.models import Model


class BoothKind(StrEnum):
    """A `whisper` is begun by the resident, without a ticket and without being shown as present."""

    BOOTH = "booth"
    WHISPER = "whisper"


class Booth(Model):
    """A private room. Its id is its `Room`'s, whose hosts are its officers, `surgery_id` is where it was begun.

    `recorded`: kept for supervision, because an under-16 talks with one officer alone. Its words are erased at
    `purge_at` (the retention set for booths), unless a legal hold keeps them, `purged_at` says when that was.
    `left_at`: the resident left by the quick exit, so that no page shows it again until they ask for it.
    """

    id = fields.CharField(max_length=16, primary_key=True)
    surgery_id = fields.CharField(max_length=16, db_index=True)
    force_id = fields.CharField(max_length=64)
    resident_id = fields.CharField(max_length=16, db_index=True)
    kind = fields.CharEnumField(BoothKind, max_length=16, default=BoothKind.BOOTH)
    recorded = fields.BooleanField(default=False)
    opened_at = fields.DatetimeField()
    closed_at = fields.DatetimeField(null=True)
    left_at = fields.DatetimeField(null=True)
    purge_at = fields.DatetimeField(null=True, db_index=True)
    purged_at = fields.DatetimeField(null=True)
    young = fields.BooleanField(default=False, db_default=False)
    """The resident is under 16: two officers, or recorded."""
    counted = fields.BooleanField(default=False, db_default=False)
    """The resident was on the surgery's page when it began, and goes on being counted there: a number says nothing."""

    class Meta:
        table = "booth"


class BoothReading(Model):
    """A supervisor who read a recorded booth, and why: reading is an act too."""

    id = fields.CharField(max_length=16, primary_key=True)
    booth_id = fields.CharField(max_length=16, db_index=True)
    person_id = fields.CharField(max_length=16, db_index=True)
    reason = fields.CharField(max_length=500)
    at = fields.DatetimeField()

    class Meta:
        table = "booth_reading"
