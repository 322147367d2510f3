from tortoise import fields, migrations
from tortoise.migrations import operations as ops


class Migration(migrations.Migration):
    dependencies = [("bluelamp", "0009_mail_that_was_refused")]

    initial = False

    operations = [
        ops.AddField(
            model_name="Booth",
            name="counted",
            field=fields.BooleanField(default=False, db_default=False),
        ),
        ops.AddField(
            model_name="Booth",
            name="young",
            field=fields.BooleanField(default=False, db_default=False),
        ),
        ops.AddField(
            model_name="Ticket",
            name="age_band",
            field=fields.CharField(null=True, max_length=16),
        ),
        ops.AddField(
            model_name="Ticket",
            name="quiet",
            field=fields.BooleanField(default=False, db_default=False),
        ),
        ops.AddField(
            model_name="Ticket",
            name="seen_at",
            field=fields.DatetimeField(null=True, auto_now=False, auto_now_add=False),
        ),
    ]
