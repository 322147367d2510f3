from tortoise import fields, migrations
from tortoise.migrations import operations as ops


class Migration(migrations.Migration):
    dependencies = [("bluelamp", "0008_editions_of_minutes")]

    initial = False

    operations = [
        ops.AddField(
            model_name="OutboxMail",
            name="refused_at",
            field=fields.DatetimeField(null=True, auto_now=False, auto_now_add=False),
        ),
    ]
