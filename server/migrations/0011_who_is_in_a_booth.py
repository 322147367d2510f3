from tortoise import fields, migrations
from tortoise.migrations import operations as ops


class Migration(migrations.Migration):
    dependencies = [("bluelamp", "0010_who_is_called")]

    initial = False

    operations = [
        ops.AddField(
            model_name="RoomHost",
            name="seen_at",
            field=fields.DatetimeField(null=True, auto_now=False, auto_now_add=False),
        ),
    ]
