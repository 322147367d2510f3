"""What waits for a decision."""

from tortoise import fields
from tortoise.models import Model


class ReviewItem(Model):
    """One thing that waits for a decision, with everything that was said against it.

    `open_key` is the target's while it is open, so that there is one open item for each, and null afterwards. `version`
    is raised whenever what is to be decided changes: a decision names the version that was read. `kinds` are all that
    it is about, `kind` the most urgent of them. `reach` is how many people may have read it.
    """

    id = fields.CharField(max_length=16, primary_key=True)
    open_key = fields.CharField(max_length=90, null=True, unique=True)
    target_type = fields.CharField(max_length=16)
    target_id = fields.CharField(max_length=64)
    revision = fields.IntField(default=1)
    force_id = fields.CharField(max_length=64)
    neighbourhood_id = fields.CharField(max_length=64, null=True)
    place_type = fields.CharField(max_length=16, null=True)
    place_id = fields.CharField(max_length=16, null=True)
    author_id = fields.CharField(max_length=16, null=True)
    state = fields.CharField(max_length=16, default="open")
    cause = fields.CharField(max_length=16)
    kind = fields.CharField(max_length=16)
    kinds = fields.JSONField[list[str]](default=list)
    live = fields.BooleanField(default=False)
    reach = fields.IntField(default=0)
    flags = fields.IntField(default=0)
    weight = fields.IntField(default=0)
    """Of the flags together, in hundredths."""
    priority = fields.IntField()
    due_at = fields.DatetimeField()
    opened_at = fields.DatetimeField()
    changed_at = fields.DatetimeField()
    version = fields.IntField(default=1)
    claimed_by_id = fields.CharField(max_length=16, null=True)
    claimed_until = fields.DatetimeField(null=True)
    case_id = fields.CharField(max_length=16, null=True)
    """The sealed case that held it: read by who is cleared for it only."""
    escalated_to = fields.CharField(max_length=16, null=True)
    decision_id = fields.CharField(max_length=16, null=True)
    decided_at = fields.DatetimeField(null=True)

    class Meta:
        table = "review_item"
        indexes = (
            ("force_id", "state", "priority", "due_at", "id"),
            ("target_type", "target_id"),
            ("author_id", "state"),
            ("place_id", "state"),
        )
