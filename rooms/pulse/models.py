"""Tables of the pulse: two questions before and after, whose answers nobody can be found by."""

from tortoise import fields
from tortoise.models import Model


class PulseAnswer(Model):
    """How somebody answered, 1 (not at all) to 5 (very much), or null. Its id is random and it has no time of day."""

    id = fields.CharField(max_length=32, primary_key=True)
    room_id = fields.CharField(max_length=16, db_index=True)
    moment = fields.CharField(max_length=8)
    listened = fields.IntField(null=True)
    trust = fields.IntField(null=True)
    day = fields.CharField(max_length=10)

    class Meta:
        table = "pulse_answer"


class PulseTaken(Model):
    """That a person answered, so that they are asked once, not what. Nothing leads from here to the answer."""

    id = fields.CharField(max_length=32, primary_key=True)
    room_id = fields.CharField(max_length=16)
    person_id = fields.CharField(max_length=16, db_index=True)
    moment = fields.CharField(max_length=8)

    class Meta:
        table = "pulse_taken"
        unique_together = (("room_id", "person_id", "moment"),)
