"""Sealed cases: what must not be said of one, kept so that nobody can read it here."""

from tortoise import fields
from tortoise.models import Model


class SealedCase(Model):
    """A case whose names are sealed. `label` says nothing of it: staff know it by that alone.

    `key_id` tells which key its terms were hashed with: a new key finds none of them.
    """

    id = fields.CharField(max_length=16, primary_key=True)
    force_id = fields.CharField(max_length=64, db_index=True)
    label = fields.CharField(max_length=60)
    ends_on = fields.DateField()
    key_id = fields.CharField(max_length=16)
    opened_by_id = fields.CharField(max_length=16)
    opened_at = fields.DatetimeField()
    ended_by_id = fields.CharField(max_length=16, null=True)
    ended_at = fields.DatetimeField(null=True)

    class Meta:
        table = "sealed_case"


class SealedTerm(Model):
    """A term of one to three words: its keyed hash, and how many words it has."""

    id = fields.CharField(max_length=16, primary_key=True)
    case_id = fields.CharField(max_length=16)
    digest = fields.CharField(max_length=64)
    words = fields.IntField()
    added_at = fields.DatetimeField()

    class Meta:
        table = "sealed_term"
        unique_together = (("case_id", "digest"),)


class CaseClearance(Model):
    """A moderator who may read what a case holds."""

    id = fields.CharField(max_length=16, primary_key=True)
    case_id = fields.CharField(max_length=16, db_index=True)
    person_id = fields.CharField(max_length=16, db_index=True)
    given_by_id = fields.CharField(max_length=16)
    given_at = fields.DatetimeField()
    ended_by_id = fields.CharField(max_length=16, null=True)
    ended_at = fields.DatetimeField(null=True)

    class Meta:
        table = "case_clearance"
