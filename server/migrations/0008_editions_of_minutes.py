import functools
from json import dumps, loads

from tortoise import fields, migrations
from tortoise.fields.base import OnDelete
from tortoise.migrations import operations as ops


class Migration(migrations.Migration):
    dependencies = [("bluelamp", "0007_why_a_surgery_moved")]

    initial = False

    operations = [
        ops.CreateModel(
            name="MinutesEdition",
            fields=[
                ("id", fields.CharField(primary_key=True, unique=True, db_index=True, max_length=16)),
                (
                    "minutes",
                    fields.ForeignKeyField(
                        "bluelamp.Minutes",
                        source_field="minutes_id",
                        db_index=True,
                        db_constraint=True,
                        to_field="id",
                        related_name="editions",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("number", fields.IntField()),
                ("items", fields.JSONField(encoder=functools.partial(dumps, separators=(",", ":")), decoder=loads)),
                ("published_by", fields.CharField(max_length=16)),
                ("published_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "minutes_edition",
                "app": "bluelamp",
                "unique_together": (("minutes", "number"),),
                "pk_attr": "id",
                "table_description": "The minutes as they were published once, the newest is what people read while the next one is written.",
            },
            bases=["Model"],
        ),
    ]
