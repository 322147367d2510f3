from tortoise import fields, migrations
from tortoise.migrations import operations as ops


class Migration(migrations.Migration):
    dependencies = [("bluelamp", "0018_what_waited_before")]

    initial = False

    operations = [
        ops.AddField(
            model_name="Decision",
            name="of_edit",
            field=fields.BooleanField(default=False, db_default=False),
        ),
        ops.AddField(
            model_name="Restriction",
            name="decision_id",
            field=fields.CharField(null=True, max_length=16),
        ),
    ]
