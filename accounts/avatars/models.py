"""The table of photos."""

from tortoise import fields
from tortoise.models import Model

from accounts.models import Person


class OfficerPhoto(Model):
    """An officer's photo as we encoded it anew, in three sizes (WebP, pixels a side). `id` changes with each photo."""

    id = fields.CharField(max_length=16, primary_key=True)
    person: fields.ForeignKeyRelation[Person] = fields.ForeignKeyField(
        "bluelamp.Person", related_name="photos", on_delete=fields.CASCADE, db_index=True
    )
    size_64 = fields.BinaryField()
    size_128 = fields.BinaryField()
    size_512 = fields.BinaryField()
    alt = fields.CharField(max_length=200, default="")
    created_at = fields.DatetimeField()

    class Meta:
        table = "officer_photo"
