"""Tables of topics and replies, the hot ones of every forum."""

from enum import StrEnum

from tortoise import fields
from tortoise.models import Model


class PostState(StrEnum):
    """Where a topic or a reply is. `moved`: a topic that was merged into another one, and whose address leads there."""

    HELD = "held"
    PUBLISHED = "published"
    HIDDEN = "hidden"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    MOVED = "moved"


class TopicState(StrEnum):
    """What the contract calls a topic's state: the first of archived, locked, solved, answered that is so, else open"""

    OPEN = "open"
    ANSWERED = "answered"
    SOLVED = "solved"
    LOCKED = "locked"
    ARCHIVED = "archived"


class Topic(Model):
    """What a neighbourhood talks about, in one section of its forum. Its own text is its reply with number 1.

    `last_number` is raised on this row by whoever adds a reply, `replies` counts those that are shown beside number 1.
    `version` is raised with everything that a reader may see of it, its replies included: pages kept in memory follow
    it. `active_at` is when it was last written in.
    """

    id = fields.CharField(max_length=16, primary_key=True)
    force_id = fields.CharField(max_length=64)
    neighbourhood_id = fields.CharField(max_length=64, null=True)
    forum_id = fields.CharField(max_length=16)
    section_id = fields.CharField(max_length=16)
    author_id = fields.CharField(max_length=16)
    client_id = fields.CharField(max_length=64)
    title = fields.CharField(max_length=120)
    title_pending = fields.CharField(max_length=120, null=True)
    """The title of an edit that waits, with number 1's `pending_body`."""
    state = fields.CharEnumField(PostState, max_length=16)
    version = fields.IntField(default=1)
    last_number = fields.IntField(default=1)
    replies = fields.IntField(default=0)
    created_at = fields.DatetimeField()
    active_at = fields.DatetimeField()
    pinned_at = fields.DatetimeField(null=True)
    archived_at = fields.DatetimeField(null=True)
    locked_at = fields.DatetimeField(null=True)
    locked_by_id = fields.CharField(max_length=16, null=True)
    locked_reason = fields.CharField(max_length=500, default="")
    solved_at = fields.DatetimeField(null=True)
    solved_by_id = fields.CharField(max_length=16, null=True)
    solving_reply_id = fields.CharField(max_length=16, null=True)
    answered_at = fields.DatetimeField(null=True)
    official_reply_id = fields.CharField(max_length=16, null=True)
    """The official answer that stands on top: the latest that is shown."""
    mode = fields.CharField(max_length=16, null=True)
    """A `moderation.modes.Mode` of its own, null for that of its section and forum."""
    slow_seconds = fields.IntField(null=True)
    slowed_at = fields.DatetimeField(null=True)
    """Since when it is slow by itself, because it got heated; null where a person chose, or nobody did."""
    slowed_for = fields.CharField(max_length=16, default="")
    place_name = fields.CharField(max_length=120, default="")
    place_latitude = fields.FloatField(null=True)
    """Rounded to a thousandth of a degree, about 100 metres: a street, and not a house."""
    place_longitude = fields.FloatField(null=True)
    question_id = fields.CharField(max_length=16, null=True, unique=True)
    """The question of a surgery that it goes on from."""
    asked_at_id = fields.CharField(max_length=16, null=True)
    """The surgery that it was taken to, as a question."""
    proposal_id = fields.CharField(max_length=16, null=True)
    external_id = fields.CharField(max_length=64, null=True)
    """Its id in the file that it was imported from."""

    class Meta:
        table = "forum_topic"
        unique_together = (("author_id", "client_id"), ("force_id", "external_id"))
        indexes = (
            ("forum_id", "active_at", "id"),
            ("section_id", "neighbourhood_id", "active_at", "id"),
            ("forum_id", "pinned_at"),
            ("author_id", "created_at"),
            ("force_id", "id"),
        )


class Reply(Model):
    """Somebody's words in a topic. Number 1 is the topic's own text.

    `number` counts 1, 2, 3 … in its topic without gaps, in the order of showing, and is null until it was shown once.
    `parent_id` is what it replies to, however deep. `version` is raised with every change of its words, and with each
    edit that waits. `official`: a verified officer's answer on behalf of the police, with the date of a promise or
    without.
    """

    id = fields.CharField(max_length=16, primary_key=True)
    topic_id = fields.CharField(max_length=16)
    force_id = fields.CharField(max_length=64)
    number = fields.IntField(null=True)
    author_id = fields.CharField(max_length=16)
    client_id = fields.CharField(max_length=64)
    parent_id = fields.CharField(max_length=16, null=True)
    body = fields.TextField()
    html = fields.TextField()
    pending_body = fields.TextField(null=True)
    """The words of an edit that waits, while those of `body` are shown."""
    pending_html = fields.TextField(null=True)
    state = fields.CharEnumField(PostState, max_length=16)
    held_reason = fields.CharField(max_length=300, default="")
    version = fields.IntField(default=1)
    official = fields.BooleanField(default=False)
    promised_for = fields.DateField(null=True)
    promise_kept_at = fields.DatetimeField(null=True)
    created_at = fields.DatetimeField()
    edited_at = fields.DatetimeField(null=True)
    staff_edited_at = fields.DatetimeField(null=True)
    pictures = fields.IntField(default=0)
    """How many pictures it has: most have none, and are not asked for any."""

    class Meta:
        table = "forum_reply"
        unique_together = (("topic_id", "number"), ("author_id", "client_id"))
        indexes = (("author_id", "created_at"), ("force_id", "id"), ("parent_id",))
