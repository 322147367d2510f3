from tortoise import fields, migrations
from tortoise.migrations import operations as ops


class Migration(migrations.Migration):
    dependencies = [("bluelamp", "0002_who_is_speaking")]

    initial = False

    operations = [
        ops.CreateModel(
            name="Departure",
            fields=[
                ("id", fields.CharField(primary_key=True, unique=True, db_index=True, max_length=16)),
                ("words", fields.CharField(max_length=8)),
                ("asked_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("done_at", fields.DatetimeField(null=True, db_index=True, auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "departure",
                "app": "bluelamp",
                "pk_attr": "id",
                "table_description": "A closed account, by its person's `id`: `words` is `stay` or `go`.",
            },
            bases=["Model"],
        ),
    ]
