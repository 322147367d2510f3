from tortoise import fields, migrations
from tortoise.migrations import operations as ops


class Migration(migrations.Migration):
    dependencies = [("bluelamp", "0014_evidence_stands")]

    initial = False

    operations = [
        ops.AddField(
            model_name="Message",
            name="staff_edited_at",
            field=fields.DatetimeField(null=True, auto_now=False, auto_now_add=False),
        ),
    ]
