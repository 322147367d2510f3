"""A person's own record, and an officer's, as they take it away."""

from base64 import b64encode
from collections.abc import AsyncIterator
from typing import Any

from accounts.avatars.models import OfficerPhoto
from accounts.models import OfficerRecord, PartnerRecord, Person, PersonNeighbourhood
from accounts.people import tier_of
from accounts.ports import Holding
from foundation.paging import by_key

JSON = dict[str, Any]


async def _person(person: str) -> AsyncIterator[JSON]:
    """Everything of the row but the password's hash and what is made from the name."""
    columns = (
        "id", "name", "full_name", "shown_as", "name_refused", "role", "email", "age_band", "language", "avatar",
        "avatar_refused", "created_at", "role_since", "scope", "suspended_at", "email_confirmed_at",
        "postcode_given_at", "confirmed_at",
    )  # fmt: skip
    row = await Person.get(id=person).values(*columns, "password_hash", "force_id", "neighbourhood_id")
    has_password = row.pop("password_hash") is not None
    places = {"force": row.pop("force_id"), "neighbourhood": row.pop("neighbourhood_id")}
    yield {**row, **places, "has_password": has_password, "tier": tier_of(row)}


async def _officer(person: str) -> AsyncIterator[JSON]:
    async for row in by_key(OfficerRecord.filter(person_id=person), "rank", "number", "confirmed_at"):
        yield row


async def _partner(person: str) -> AsyncIterator[JSON]:
    async for row in by_key(PartnerRecord.filter(person_id=person), "organisation", "post", "confirmed_at"):
        yield row


async def _serves(person: str) -> AsyncIterator[JSON]:
    async for row in by_key(PersonNeighbourhood.filter(person_id=person), "neighbourhood_id", "since"):
        yield {"neighbourhood": row["neighbourhood_id"], "since": row["since"]}


async def _photos(person: str) -> AsyncIterator[JSON]:
    """The largest size of each, in base64."""
    async for row in by_key(OfficerPhoto.filter(person_id=person), "size_512", "alt", "created_at", size=1):
        image = b64encode(row.pop("size_512")).decode()
        yield {**row, "media_type": "image/webp", "base64": image}


RECORD = (
    Holding("person", ("person.id", "person.email"), _person),
    Holding("officer", ("officer_record.person_id",), _officer),
    Holding("partner", ("partner_record.person_id",), _partner),
    Holding("serves", ("person_neighbourhood.person_id",), _serves),
    Holding("photos", ("officer_photo.person_id",), _photos),
)
