from tortoise import fields, migrations
from tortoise.migrations import operations as ops


class Migration(migrations.Migration):
    dependencies = [("bluelamp", "0006_rooms_in_full")]

    initial = False

    operations = [
        ops.AddField(
            model_name="Surgery",
            name="move_reason",
            field=fields.CharField(null=True, max_length=500),
        ),
    ]
