from tortoise import fields, migrations
from tortoise.migrations import operations as ops


class Migration(migrations.Migration):
    dependencies = [("bluelamp", "0003_people_who_left")]

    initial = False

    operations = [
        ops.AddField(
            model_name="LegalHold",
            name="force_id",
            field=fields.CharField(null=True, max_length=64),
        ),
    ]
