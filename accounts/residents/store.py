"""Every query and insert of residents' accounts."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from accounts.models import Person
from accounts.names.skeletons import name_skeleton
from accounts.own_row import set_own
from accounts.residents.models import SignUp
from foundation import clock
from foundation.permissions import Role


async def add_sign_up(id_: str, expires_at: datetime, **asked: Any) -> None:
    """Keep what somebody asked for until they show that the address is theirs; what they asked before lapses."""
    await SignUp.filter(email=asked["email"], used_at=None).update(used_at=clock.now())
    await SignUp.create(id=id_, created_at=clock.now(), expires_at=expires_at, password_hash="", **asked)


async def sign_up(id_: str) -> dict[str, Any] | None:
    """What was asked for behind a link, used and late ones too."""
    return await SignUp.filter(id=id_).first().values()


async def set_sign_up_used(id_: str) -> bool:
    """Use a sign-up; False where somebody else was first, or it is late."""
    fresh = SignUp.filter(id=id_, used_at=None, expires_at__gt=clock.now())
    return await fresh.update(used_at=clock.now()) == 1


async def remove_sign_ups(before: datetime) -> None:
    """Forget what was asked for by those whose time was over before this moment."""
    await SignUp.filter(expires_at__lt=before).delete()


async def own_resident(person: str) -> dict[str, Any]:
    """What a person's own pages are made of."""
    return await Person.get(id=person).values(
        "id", "name", "full_name", "shown_as", "age_band", "name_refused", "role", "postcode_given_at", "confirmed_at"
    )


async def login_of(person: str) -> dict[str, Any]:
    """What a person signs in with, and the language that they are written to in."""
    return await Person.get(id=person).values("id", "email", "password_hash", "language")


async def is_guest(person: str) -> bool:
    """Whether this is a guest who may still become a resident."""
    return await Person.filter(id=person, role=Role.GUEST, suspended_at=None, closed_at=None).exists()


async def set_resident(person: str, **known: Any) -> None:
    """Make a guest a resident; `known` are columns, `name` among them."""
    await Person.filter(id=person, role=Role.GUEST).update(
        role=Role.RESIDENT, name_skeleton=name_skeleton(known["name"]), **known
    )


async def set_known(person: str, **known: Any) -> None:
    """Set columns of a person that need nothing beside them."""
    await set_own(person, **known)


async def set_shown(person: str, name: str, full_name: str | None, shown_as: str | None) -> None:
    """Set how a person is shown; a name that was taken away is not asked about any more."""
    await set_own(
        person, name=name, name_skeleton=name_skeleton(name), full_name=full_name, shown_as=shown_as, name_refused=None
    )


async def names_taken(names: Sequence[str], but_by: str | None) -> set[str]:
    """Those of these names that look like the one of another person with an account."""
    looks: dict[str, str] = {name: name_skeleton(name) for name in names}
    others = Person.filter(name_skeleton__in=list(looks.values())).exclude(id=but_by or "")
    taken: set[object] = set(await others.exclude(role=Role.GUEST).values_list("name_skeleton", flat=True))
    return {name for name, look in looks.items() if look in taken}


async def account_of(email: str) -> dict[str, Any] | None:
    """Whose address this is (in lower case), as far as a mail to them needs it."""
    return await Person.filter(email=email).first().values("id", "role", "language", "suspended_at")


async def set_email(person: str, email: str) -> None:
    """Set the address that a person has shown to be theirs."""
    await set_own(person, email=email, email_confirmed_at=clock.now())
