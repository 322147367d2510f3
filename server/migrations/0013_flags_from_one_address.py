from tortoise import fields, migrations
from tortoise.migrations import operations as ops


class Migration(migrations.Migration):
    dependencies = [("bluelamp", "0012_moderation_in_full")]

    initial = False

    operations = [
        ops.AddField(
            model_name="Flag",
            name="origin",
            field=fields.CharField(null=True, max_length=16),
        ),
        ops.AddField(
            model_name="Person",
            name="avatar_refused",
            field=fields.CharField(null=True, max_length=64),
        ),
    ]
