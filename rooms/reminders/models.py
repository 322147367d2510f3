"""Tables of who asked to be reminded of what."""

from tortoise import fields
from tortoise.models import Model


class Reminder(Model):
    """Somebody who wants to be reminded of one date: the day before, and half an hour before, each once."""

    id = fields.CharField(max_length=16, primary_key=True)
    surgery_id = fields.CharField(max_length=16, db_index=True)
    person_id = fields.CharField(max_length=16)
    created_at = fields.DatetimeField()
    day_sent_at = fields.DatetimeField(null=True)
    soon_sent_at = fields.DatetimeField(null=True)
    ended_at = fields.DatetimeField(null=True)

    class Meta:
        table = "reminder"
        unique_together = (("person_id", "surgery_id"),)


class SeriesReminder(Model):
    """Somebody who wants to be reminded of every date of a series."""

    id = fields.CharField(max_length=16, primary_key=True)
    series_id = fields.CharField(max_length=16, db_index=True)
    person_id = fields.CharField(max_length=16)
    created_at = fields.DatetimeField()
    ended_at = fields.DatetimeField(null=True)

    class Meta:
        table = "series_reminder"
        unique_together = (("person_id", "series_id"),)
