"""Tables of how often a person is mailed, and of how often they were."""

from tortoise import fields
from tortoise.models import Model


class Pace(Model):
    """How often and when a person (`id`) is told what can wait. Without a row the house's own rule holds.

    `every` is `daily`, `weekly` or `never`; `hour` that of the digest, `quiet_from` and `quiet_to` the minutes of the
    day between which nothing that can wait is mailed or pushed, on the force's clock; null: no quiet hours.
    `mails_a_day` is their budget of mails that can wait.
    """

    id = fields.CharField(max_length=16, primary_key=True)
    every = fields.CharField(max_length=16, default="daily")
    hour = fields.IntField(default=18)
    quiet_from = fields.IntField(null=True)
    quiet_to = fields.IntField(null=True)
    mails_a_day = fields.IntField(default=5)
    changed_at = fields.DatetimeField()

    class Meta:
        table = "notice_pace"


class DigestDue(Model):
    """That a person (`id`) has something for a digest, and when it is due: no row, nothing to tell."""

    id = fields.CharField(max_length=16, primary_key=True)
    due_at = fields.DatetimeField(db_index=True)
    leased_until = fields.DatetimeField(null=True)

    class Meta:
        table = "notice_digest_due"


class MailsOfDay(Model):
    """How many mails of those that can wait a person was sent on one day of the force's calendar."""

    id = fields.CharField(max_length=16, primary_key=True)
    person_id = fields.CharField(max_length=16)
    day = fields.CharField(max_length=10)
    count = fields.IntField(default=0)

    class Meta:
        table = "notice_mails_of_day"
        unique_together = (("person_id", "day"),)
