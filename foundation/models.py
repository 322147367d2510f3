"""Tables that every feature writes to."""

from tortoise import fields
from tortoise.models import Model


class AuditEntry(Model):
    """One act that must be explainable later: who did what to what, when, and the reason given.

    `address` is where it came from, truncated. What could name a person stands apart in `AuditPersonal` and may be
    erased: `personal` is its salted digest. An entry holds for good once `AuditLink` has chained it.
    """

    id = fields.CharField(max_length=16, primary_key=True)
    at = fields.DatetimeField(db_index=True)
    act = fields.CharField(max_length=64)
    actor_id = fields.CharField(max_length=16, null=True, db_index=True)
    actor_role = fields.CharField(max_length=16, null=True)
    subject_type = fields.CharField(max_length=32)
    subject_id = fields.CharField(max_length=64)
    reason = fields.TextField(default="")
    details = fields.JSONField[dict[str, object]](default=dict)
    address = fields.CharField(max_length=45, default="", db_default="")
    personal = fields.CharField(max_length=64, null=True)

    class Meta:
        table = "audit_entry"
        indexes = (("subject_type", "subject_id"),)


class AuditPersonal(Model):
    """What an entry (`id`) says of a person by name. Erased with `salt`, it leaves nothing but a digest behind."""

    id = fields.CharField(max_length=16, primary_key=True)
    salt = fields.CharField(max_length=32)
    details = fields.TextField()

    class Meta:
        table = "audit_personal"


class AuditLink(Model):
    """The place of an entry (`id`) in the chain: `mac` is keyed, over the entry's digest and the link before."""

    id = fields.CharField(max_length=16, primary_key=True)
    number = fields.BigIntField(unique=True)
    digest = fields.CharField(max_length=64)
    mac = fields.CharField(max_length=64)

    class Meta:
        table = "audit_link"


class OutboxMail(Model):
    """A mail to be sent once: written with what it is about, sent by whoever holds the lease. `key` makes it one.

    The text is dropped when the mail is sent or given up: it may hold a link that lets somebody in.
    """

    id = fields.CharField(max_length=16, primary_key=True)
    key = fields.CharField(max_length=64, unique=True)
    recipient = fields.CharField(max_length=254)
    subject = fields.CharField(max_length=200)
    text = fields.TextField()
    created_at = fields.DatetimeField()
    due_at = fields.DatetimeField(db_index=True)
    leased_until = fields.DatetimeField(null=True)
    tries = fields.IntField(default=0)
    sent_at = fields.DatetimeField(null=True, db_index=True)
    given_up_at = fields.DatetimeField(null=True)
    unsubscribe = fields.CharField(max_length=500, null=True)
    """The address that ends mails of this kind with one request (RFC 8058)."""
    refused_at = fields.DatetimeField(null=True)
    """When the receiver's server last said that it takes nothing for this address."""

    class Meta:
        table = "outbox_mail"


class Mark(Model):
    """What this database is: `demonstration` is set in one that `bluelamp demo` made.

    Jobs leave word under names of their own here, too: which rounds have a key, which old pages are to be cleared, and
    what failed and is tried again later.
    """

    name = fields.CharField(max_length=32, primary_key=True)
    value = fields.CharField(max_length=64)

    class Meta:
        table = "mark"


class SearchEntry(Model):
    """One text that can be found, exactly while everybody may read it. `id` is its kind and its own id: `reply:ID`.

    `parent_id` is the topic or surgery that it stands in, `weight` how much sooner than others it is shown, `words`
    what is searched in, without Markdown. Two more columns, made by the migration, hold what the database searches.
    """

    id = fields.CharField(max_length=40, primary_key=True)
    kind = fields.CharField(max_length=16)
    target_id = fields.CharField(max_length=16)
    parent_id = fields.CharField(max_length=16, null=True, db_index=True)
    force_id = fields.CharField(max_length=64)
    neighbourhood_id = fields.CharField(max_length=64, null=True)
    section = fields.CharField(max_length=40, default="")
    audience = fields.CharField(max_length=16, default="everybody")
    """`everybody`, or `staff` of its force."""
    answered = fields.BooleanField(default=False)
    """It is an officer's answer, or has one."""
    title = fields.CharField(max_length=200)
    words = fields.TextField()
    path = fields.CharField(max_length=200)
    at = fields.DatetimeField()

    class Meta:
        table = "search_entry"
        indexes = (("kind", "at"), ("neighbourhood_id", "at"))
