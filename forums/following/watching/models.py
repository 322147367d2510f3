"""Tables of what people follow."""

from enum import StrEnum

from tortoise import fields
from tortoise.models import Model


class WatchKind(StrEnum):
    """What is watched: a forum (a neighbourhood's, the force's), a section of one, or a topic."""

    FORUM = "forum"
    SECTION = "section"
    TOPIC = "topic"


class HowTold(StrEnum):
    """How somebody is mailed of what they watch. `none`: not at all; a topic with it is muted."""

    AT_ONCE = "at_once"
    DIGEST = "digest"
    NONE = "none"


class Watch(Model):
    """Somebody follows a forum, a topic or a section. `target_id` of a section is its forum's id, `:` and its own.

    `since` is when it began: what is older is not told of. `by_itself`: it came of their writing there.
    """

    id = fields.CharField(max_length=16, primary_key=True)
    person_id = fields.CharField(max_length=16)
    kind = fields.CharEnumField(WatchKind, max_length=16)
    target_id = fields.CharField(max_length=40)
    how = fields.CharEnumField(HowTold, max_length=16, default=HowTold.DIGEST)
    by_itself = fields.BooleanField(default=False)
    since = fields.DatetimeField()

    class Meta:
        table = "forum_watch"
        unique_together = (("person_id", "kind", "target_id"),)
        indexes = (("kind", "target_id", "person_id"),)
