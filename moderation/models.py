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
    item_id = fields.CharField(max_length=16, null=True, db_index=True)
    """The review item that it went into."""
    weight = fields.IntField(default=100, db_default=100)
    """In hundredths, by the flagger's record on that day."""
    origin = fields.CharField(max_length=16, null=True)
    """Hashed with a key, and with the thing: it says which flags on one thing came from one address, and no more."""

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
    supersedes_id = fields.CharField(max_length=16, null=True, db_index=True)
    """The decision that this one takes the place of: an undo, or what an appeal came to."""
    item_id = fields.CharField(max_length=16, null=True)
    item_version = fields.IntField(null=True)
    kind = fields.CharField(max_length=16, default="", db_default="")
    """What the item was about, as `moderation.items.kinds` names it."""
    force_id = fields.CharField(max_length=64, null=True)
    neighbourhood_id = fields.CharField(max_length=64, null=True)
    place_type = fields.CharField(max_length=16, null=True)
    place_id = fields.CharField(max_length=16, null=True)
    was = fields.CharField(max_length=16, null=True)
    """The state of the thing before, which an undo brings back."""
    opened_at = fields.DatetimeField(null=True)
    """When somebody first asked for a decision: the time to decide begins there."""
    until = fields.DatetimeField(null=True)
    to = fields.CharField(max_length=16, null=True)
    """Whom it was escalated to."""
    of_edit = fields.BooleanField(default=False, db_default=False)
    """About a change that waited, and nothing else: what stood before it stays."""

    class Meta:
        table = "decision"
        indexes = (("target_type", "target_id"), ("force_id", "at"), ("place_id", "at"))


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


class RuleSet(Model):
    """The rules and lists of one day, whole, so that an old text can be screened again as it was. Sealed cases apart.

    The id is the first 16 characters of the digest of `content`, in base32.
    """

    id = fields.CharField(max_length=16, primary_key=True)
    content = fields.TextField()
    first_used_at = fields.DatetimeField()

    class Meta:
        table = "rule_set"


class RuleHit(Model):
    """One thing a rule found in one revision of a thing. Without a place for what nobody may read from it."""

    id = fields.CharField(max_length=16, primary_key=True)
    target_type = fields.CharField(max_length=16)
    target_id = fields.CharField(max_length=64)
    revision = fields.IntField(default=1)
    rule = fields.CharField(max_length=64)
    version = fields.IntField()
    kind = fields.CharField(max_length=16)
    start = fields.IntField(null=True)
    end = fields.IntField(null=True)
    score = fields.FloatField(null=True)
    rule_set_id = fields.CharField(max_length=16, null=True)
    at = fields.DatetimeField()

    class Meta:
        table = "rule_hit"
        indexes = (("target_type", "target_id"), ("rule", "at"))
