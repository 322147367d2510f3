"""What people flagged, and what was decided. People are kept by id only: these rows outlive accounts."""

from tortoise import fields
from tortoise.models import Model


class Flag(Model):
    """One person's flag on one thing: a later one by the same person takes the place of the first."""

    id = fields.CharField(max_length=16, primary_key=True)
    target_type = fields.CharField(max_length=16)
    target_id = fields.CharField(max_length=64)
    revision = fields.IntField(default=1)
    person_id = fields.CharField(max_length=16, db_index=True)
    reason = fields.CharField(max_length=16)
    note = fields.TextField(default="")
    at = fields.DatetimeField(db_index=True)

    class Meta:
        table = "flag"
        unique_together = (("target_type", "target_id", "person_id"),)


class Decision(Model):
    """One decision on one thing. Only ever added: a later one on the same thing supersedes it.

    `clause` is the id of a community rule, or empty; `reason` is what the author reads; `note` is for staff.
    `actor_id` is null when a rule decided and no person.
    """

    id = fields.CharField(max_length=16, primary_key=True)
    target_type = fields.CharField(max_length=16)
    target_id = fields.CharField(max_length=64)
    revision = fields.IntField(default=1)
    author_id = fields.CharField(max_length=16, null=True, db_index=True)
    action = fields.CharField(max_length=16)
    clause = fields.CharField(max_length=32, default="")
    rules_version = fields.IntField()
    reason = fields.TextField(default="")
    note = fields.TextField(default="")
    seconds = fields.IntField(null=True)
    actor_id = fields.CharField(max_length=16, null=True, db_index=True)
    actor_role = fields.CharField(max_length=16, null=True)
    at = fields.DatetimeField(db_index=True)

    class Meta:
        table = "decision"
        indexes = (("target_type", "target_id"),)


class LegalHold(Model):
    """Words that must be kept as evidence, whoever asks for them to go: those of a person, or one message.

    `subject_type` is `person` or `message`. `force_id` is the force that keeps it, whoever serves it later.
    """

    id = fields.CharField(max_length=16, primary_key=True)
    force_id = fields.CharField(max_length=64, null=True)
    subject_type = fields.CharField(max_length=16)
    subject_id = fields.CharField(max_length=16)
    reason = fields.TextField()
    placed_by_id = fields.CharField(max_length=16)
    placed_at = fields.DatetimeField()
    ended_by_id = fields.CharField(max_length=16, null=True)
    ended_at = fields.DatetimeField(null=True)

    class Meta:
        table = "legal_hold"
        indexes = (("subject_type", "subject_id"),)
