"""The tables of people and of how they sign in."""

from tortoise import fields
from tortoise.models import Model

from neighbourhoods.models import Force, Neighbourhood


class Person(Model):
    """Somebody who has a name here: a guest, a resident, or staff of a force.

    `role` is one of `foundation.permissions.Role`. `email` is lower case; a guest has none. `force` is the force that
    staff serve (null: an administrator from before any force was imported), `neighbourhood` a resident's home.
    `name` is what everybody is shown, and `name_skeleton` what `accounts.names.skeletons.name_skeleton` makes of it. A
    resident may be shown under less than the `full_name` that they gave (`shown_as`). `name_refused` is a name that
    was taken away because it came to look like an officer's: until its owner chooses another, `name` is a number.
    The tier of a resident follows from `postcode_given_at` and `confirmed_at`. `scope` of staff is `force` or
    `neighbourhoods` (those of `PersonNeighbourhood`); null: an officer serves neighbourhoods, others the force.
    `avatar` names a drawn one, `photo` an officer's photo. `suspended_at` may end (`readmit`); `closed_at` never does.
    """

    id = fields.CharField(max_length=16, primary_key=True)
    name = fields.CharField(max_length=60)
    name_skeleton = fields.CharField(max_length=400, db_index=True)
    role = fields.CharField(max_length=16)
    email = fields.CharField(max_length=254, unique=True, null=True)
    password_hash = fields.CharField(max_length=200, null=True)
    force: fields.ForeignKeyNullableRelation[Force] = fields.ForeignKeyField(
        "bluelamp.Force", related_name="staff", null=True, on_delete=fields.RESTRICT, db_index=True
    )
    neighbourhood: fields.ForeignKeyNullableRelation[Neighbourhood] = fields.ForeignKeyField(
        "bluelamp.Neighbourhood", related_name="residents", null=True, on_delete=fields.RESTRICT
    )
    email_confirmed_at = fields.DatetimeField(null=True)
    postcode_given_at = fields.DatetimeField(null=True)
    confirmed_at = fields.DatetimeField(null=True)
    created_at = fields.DatetimeField()
    suspended_at = fields.DatetimeField(null=True)
    full_name = fields.CharField(max_length=60, null=True)
    shown_as = fields.CharField(max_length=16, null=True)
    age_band = fields.CharField(max_length=16, null=True)
    name_refused = fields.CharField(max_length=60, null=True)
    avatar = fields.CharField(max_length=64, null=True)
    avatar_refused = fields.CharField(max_length=64, null=True)
    """A drawn picture that moderators took away: it can't be chosen again unless they give it back."""
    photo = fields.CharField(max_length=16, null=True)
    language = fields.CharField(max_length=2, null=True)
    scope = fields.CharField(max_length=16, null=True)
    role_since = fields.DatetimeField(null=True)
    closed_at = fields.DatetimeField(null=True)

    class Meta:
        table = "person"


class OfficerRecord(Model):
    """What a force knows of an officer: the badge is drawn from here, once `confirmed_at` is set."""

    id = fields.CharField(max_length=16, primary_key=True)
    person: fields.OneToOneRelation[Person] = fields.OneToOneField(
        "bluelamp.Person", related_name="record", on_delete=fields.CASCADE
    )
    rank = fields.CharField(max_length=40)
    number = fields.CharField(max_length=20)
    confirmed_at = fields.DatetimeField(null=True)

    class Meta:
        table = "officer_record"


class PartnerRecord(Model):
    """For whom a guest host speaks: a council, a housing association. Their badge names it, and never says police.

    `post` is what they do there. It counts once `confirmed_at` is set.
    """

    id = fields.CharField(max_length=16, primary_key=True)
    person: fields.OneToOneRelation[Person] = fields.OneToOneField(
        "bluelamp.Person", related_name="partner", on_delete=fields.CASCADE
    )
    organisation = fields.CharField(max_length=80)
    post = fields.CharField(max_length=80, default="")
    confirmed_at = fields.DatetimeField(null=True)

    class Meta:
        table = "partner_record"


class PersonNeighbourhood(Model):
    """A neighbourhood that an officer serves, and since when."""

    id = fields.CharField(max_length=16, primary_key=True)
    person: fields.ForeignKeyRelation[Person] = fields.ForeignKeyField(
        "bluelamp.Person", related_name="serves", on_delete=fields.CASCADE
    )
    neighbourhood: fields.ForeignKeyRelation[Neighbourhood] = fields.ForeignKeyField(
        "bluelamp.Neighbourhood", related_name="served_by", on_delete=fields.RESTRICT, db_index=True
    )
    since = fields.DatetimeField()

    class Meta:
        table = "person_neighbourhood"
        unique_together = (("person", "neighbourhood"),)


class Session(Model):
    """One sign-in on one device. The token itself is only with the person: `token_hash` is its SHA-256 in hex.

    `method` is how it began (guest, link, password, code or passkey);
    `proved_at` when its person last proved that it is them, at the sign-in or when asked again.
    """

    id = fields.CharField(max_length=16, primary_key=True)
    token_hash = fields.CharField(max_length=64, unique=True)
    person: fields.ForeignKeyRelation[Person] = fields.ForeignKeyField(
        "bluelamp.Person", related_name="sessions", on_delete=fields.CASCADE, db_index=True
    )
    device = fields.CharField(max_length=60, default="")
    created_at = fields.DatetimeField()
    last_seen_at = fields.DatetimeField()
    expires_at = fields.DatetimeField(db_index=True)
    ended_at = fields.DatetimeField(null=True, db_index=True)
    method = fields.CharField(max_length=16, null=True)
    proved_at = fields.DatetimeField(null=True)

    class Meta:
        table = "session"


class OneTimeLink(Model):
    """A link that lets one person set a password, once, until it expires. Only its token's hash is kept.

    Other purposes have their own; `email` is the address that a person wants to change to, where that is the purpose.
    """

    token_hash = fields.CharField(max_length=64, primary_key=True)
    person: fields.ForeignKeyRelation[Person] = fields.ForeignKeyField(
        "bluelamp.Person", related_name="links", on_delete=fields.CASCADE, db_index=True
    )
    purpose = fields.CharField(max_length=16)
    expires_at = fields.DatetimeField()
    used_at = fields.DatetimeField(null=True)
    email = fields.CharField(max_length=254, null=True)

    class Meta:
        table = "one_time_link"
