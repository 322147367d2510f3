"""The tables of the vote. docs/priorities.md says what each of them tells somebody who holds it, and what it does not.

Their ids are random, and not in the order of time as elsewhere: see `foundation.ids.random_id`. None of them has a
moment finer than the day, and what leads from one to another is an HMAC under the round's key, which is destroyed at
the close.
"""

from tortoise import fields
from tortoise.models import Model


class RoundKey(Model):
    """The key of a round (`id`) while its vote is open, in hexadecimal. Backups leave this table out."""

    id = fields.CharField(max_length=16, primary_key=True)
    key = fields.CharField(max_length=64)

    class Meta:
        table = "priority_round_key"


class Ballot(Model):
    """What somebody chose, and of which tier they are. `mark` is the HMAC of voter and round, null after the close.

    `choices` is what the ballot says, as compact JSON: see `ballots/choices`. From the close on `tier` is that under
    which it was published, such as `email+postcode`.
    """

    id = fields.CharField(max_length=32, primary_key=True)
    round_id = fields.CharField(max_length=16)
    mark = fields.CharField(max_length=64, null=True)
    tier = fields.CharField(max_length=60)
    choices = fields.TextField()

    class Meta:
        table = "priority_ballot"
        unique_together = (("round_id", "mark"),)


class Receipt(Model):
    """That a ballot stands. Another HMAC of the same voter (`mark`), so that it leads to no ballot."""

    id = fields.CharField(max_length=32, primary_key=True)
    round_id = fields.CharField(max_length=16)
    mark = fields.CharField(max_length=64, null=True)
    receipt = fields.CharField(max_length=32)

    class Meta:
        table = "priority_receipt"
        unique_together = (("round_id", "mark"), ("round_id", "receipt"))


class Voted(Model):
    """That somebody has voted, or has a slip or a code to vote with, and on which day. It leads to no ballot.

    `voter` is a person's id, or `roll:` and an HMAC under the round's key of the name and address of somebody without
    an account. `how` is `account`, `slip` or `code`.
    """

    id = fields.CharField(max_length=32, primary_key=True)
    round_id = fields.CharField(max_length=16)
    voter = fields.CharField(max_length=80)
    how = fields.CharField(max_length=16)
    day = fields.DateField()

    class Meta:
        table = "priority_voted"
        unique_together = (("round_id", "voter"),)
        indexes = (("voter",),)


class Slip(Model):
    """A numbered paper ballot (`serial`), with the receipt on its tear-off. Who was given it is written nowhere.

    `state` is `printed`, `issued`, `counted` or `spoiled`; `tier` is that of who it was issued to, and empty again once
    another one was given out in its place. What one person read on it is `reading`, by `read_by_id`; what another one
    (`read_again_by_id`) read otherwise is `again`; once both read the same, it is a ballot.
    """

    id = fields.CharField(max_length=32, primary_key=True)
    round_id = fields.CharField(max_length=16)
    serial = fields.IntField()
    receipt = fields.CharField(max_length=32)
    state = fields.CharField(max_length=16, default="printed")
    tier = fields.CharField(max_length=16, default="")
    reading = fields.TextField(null=True)
    read_by_id = fields.CharField(max_length=16, null=True)
    again = fields.TextField(null=True)
    read_again_by_id = fields.CharField(max_length=16, null=True)

    class Meta:
        table = "priority_slip"
        unique_together = (("round_id", "serial"),)


class Code(Model):
    """A code that goes out by letter. Kept is an HMAC of it and the round's id under the service's own secret.

    Its `id` is an HMAC, under the round's key, of who it went to: it leads there only while the vote is open, for who
    knows name and address, so that a letter that got lost can be made void. `state` is `issued`, `cast` or `void`.
    """

    id = fields.CharField(max_length=32, primary_key=True)
    round_id = fields.CharField(max_length=16, db_index=True)
    code_hash = fields.CharField(max_length=64, unique=True)
    state = fields.CharField(max_length=16, default="issued")
    tier = fields.CharField(max_length=16, default="")

    class Meta:
        table = "priority_code"
