"""Tables of what becomes of questions, and of who wants them answered."""

from enum import StrEnum

from tortoise import fields
from tortoise.models import Model


class QuestionState(StrEnum):
    """Where a question stands. `answered` also where a host said it aloud and marked it so."""

    WAITING = "waiting"
    ANSWERED = "answered"
    PROMISED = "promised"
    MERGED = "merged"
    CLOSED = "closed"


class Question(Model):
    """What became of a question. Its id is its message's, where its words stand, without a row it waits.

    `merged_into` is never itself merged: whoever merges again moves both. `reason` is why it was closed unanswered.
    """

    id = fields.CharField(max_length=16, primary_key=True)
    room_id = fields.CharField(max_length=16, db_index=True)
    state = fields.CharEnumField(QuestionState, max_length=16, default=QuestionState.WAITING)
    merged_into = fields.CharField(max_length=16, null=True, db_index=True)
    promise_id = fields.CharField(max_length=16, null=True)
    reason = fields.CharField(max_length=500, null=True)
    decided_by = fields.CharField(max_length=16, null=True)
    decided_at = fields.DatetimeField(null=True)

    class Meta:
        table = "question"


class QuestionVote(Model):
    """Somebody who wants a question answered too: once each. Taken back, the row goes."""

    id = fields.CharField(max_length=16, primary_key=True)
    question_id = fields.CharField(max_length=16)
    room_id = fields.CharField(max_length=16, db_index=True)
    person_id = fields.CharField(max_length=16, db_index=True)
    created_at = fields.DatetimeField()

    class Meta:
        table = "question_vote"
        unique_together = (("question_id", "person_id"),)
