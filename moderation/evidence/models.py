"""What is kept of a thing that was held, flagged or decided about."""

from tortoise import fields
from tortoise.models import Model


class Evidence(Model):
    """A thing as it stood: `snapshot` is JSON, and `digest` the SHA-256 of its bytes, in hexadecimal.

    Nothing changes it. After `retain_until` the snapshot is emptied, unless a legal hold stands, and the digest stays.
    """

    id = fields.CharField(max_length=16, primary_key=True)
    target_type = fields.CharField(max_length=16)
    target_id = fields.CharField(max_length=64)
    revision = fields.IntField(default=1)
    why = fields.CharField(max_length=16)
    kind = fields.CharField(max_length=16)
    force_id = fields.CharField(max_length=64)
    neighbourhood_id = fields.CharField(max_length=64, null=True)
    author_id = fields.CharField(max_length=16, null=True, db_index=True)
    item_id = fields.CharField(max_length=16, null=True)
    decision_id = fields.CharField(max_length=16, null=True)
    case_id = fields.CharField(max_length=16, null=True)
    snapshot = fields.TextField(null=True)
    digest = fields.CharField(max_length=64)
    taken_at = fields.DatetimeField()
    retain_until = fields.DatetimeField()
    purged_at = fields.DatetimeField(null=True)

    class Meta:
        table = "evidence"
        indexes = (("target_type", "target_id"), ("force_id", "taken_at"), ("purged_at", "retain_until"))


class EvidencePicture(Model):
    """A picture as it stood, once for each of its contents."""

    digest = fields.CharField(max_length=64, primary_key=True)
    media_type = fields.CharField(max_length=32)
    content = fields.BinaryField()
    kept_at = fields.DatetimeField()

    class Meta:
        table = "evidence_picture"


class EvidenceReading(Model):
    """Who read or took out what was kept. Also in the audit: this is what its page shows."""

    id = fields.CharField(max_length=16, primary_key=True)
    evidence_id = fields.CharField(max_length=16, db_index=True)
    person_id = fields.CharField(max_length=16)
    act = fields.CharField(max_length=16)
    why = fields.CharField(max_length=500, default="")
    at = fields.DatetimeField()

    class Meta:
        table = "evidence_reading"
