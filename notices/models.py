"""Tables of what people are told, and of how they want to be told it."""

from tortoise import fields
from tortoise.models import Model


class Notice(Model):
    """Something that one person is told on their own page: a sentence in their language, and where it leads.

    It never carries another person's words: what is taken down later would stay in it. `key` makes it one.
    """

    id = fields.CharField(max_length=16, primary_key=True)
    key = fields.CharField(max_length=96, unique=True)
    person_id = fields.CharField(max_length=16)
    kind = fields.CharField(max_length=32)
    sentence = fields.CharField(max_length=500)
    path = fields.CharField(max_length=200)
    created_at = fields.DatetimeField(db_index=True)
    read_at = fields.DatetimeField(null=True)

    class Meta:
        table = "notice"
        indexes = (("person_id", "created_at"),)


class NoticeChoice(Model):
    """By which ways a person wants to be told notices of one kind, without a row the kind's own rule holds."""

    id = fields.CharField(max_length=16, primary_key=True)
    person_id = fields.CharField(max_length=16)
    kind = fields.CharField(max_length=32)
    mail = fields.BooleanField()
    push = fields.BooleanField()
    changed_at = fields.DatetimeField()

    class Meta:
        table = "notice_choice"
        unique_together = (("person_id", "kind"),)


class PushSubscription(Model):
    """A browser that asked for push messages: where its service takes them, and the keys to encrypt for it.

    `endpoint_hash` is the endpoint's SHA-256 in hex, `session_id` the session that it was asked with, and ends with.
    """

    id = fields.CharField(max_length=16, primary_key=True)
    endpoint_hash = fields.CharField(max_length=64, unique=True)
    endpoint = fields.TextField()
    p256dh = fields.CharField(max_length=120)
    auth = fields.CharField(max_length=40)
    person_id = fields.CharField(max_length=16, db_index=True)
    session_id = fields.CharField(max_length=16, null=True, db_index=True)
    language = fields.CharField(max_length=2, default="en")
    created_at = fields.DatetimeField()
    worked_at = fields.DatetimeField(null=True)

    class Meta:
        table = "push_subscription"


class OutboxPush(Model):
    """A push message to be sent once to one browser: written with what it is about, sent by whoever holds the lease.

    Not sent after `useless_after`: a call back that comes an hour late is none.
    """

    id = fields.CharField(max_length=16, primary_key=True)
    key = fields.CharField(max_length=160, unique=True)
    subscription: fields.ForeignKeyRelation[PushSubscription] = fields.ForeignKeyField(
        "bluelamp.PushSubscription", related_name="waiting", on_delete=fields.CASCADE, db_index=True
    )
    title = fields.CharField(max_length=200)
    body = fields.CharField(max_length=500)
    path = fields.CharField(max_length=200)
    urgent = fields.BooleanField(default=False)
    created_at = fields.DatetimeField()
    due_at = fields.DatetimeField(db_index=True)
    useless_after = fields.DatetimeField()
    leased_until = fields.DatetimeField(null=True)
    tries = fields.IntField(default=0)
    sent_at = fields.DatetimeField(null=True, db_index=True)
    given_up_at = fields.DatetimeField(null=True)

    class Meta:
        table = "outbox_push"
