"""Every query and change of staff and of their enrolments."""

from datetime import datetime
from typing import Any

from tortoise.expressions import Q

from accounts.avatars.models import OfficerPhoto
from accounts.factors.models import AuthenticatorApp, Passkey, PasskeyChallenge, RecoveryCode
from accounts.models import OfficerRecord, PartnerRecord, Person, PersonNeighbourhood
from accounts.names.skeletons import name_skeleton
from accounts.staffing.models import Enrolment
from accounts.staffing.posts import Post
from accounts.staffing.wanted import Wanted
from foundation import clock
from foundation.ids import new_id
from foundation.models import AuditEntry
from foundation.permissions import Role, Scope

_DECISIONS = ("staff.suspend", "staff.readmit", "staff.move", "staff.end")


async def lock_administrators(force: str | None) -> list[dict[str, Any]]:
    """The administrators of a force as they are now; acts on its staff take turns until the end of the transaction."""
    theirs = Person.filter(Q(force_id=force) | Q(force_id=None), role=Role.ADMINISTRATOR, closed_at=None)
    names = ("id", "email", "force_id", "scope", "suspended_at")
    return [{name: getattr(each, name) for name in names} for each in await theirs.order_by("id").select_for_update()]


async def administrators_of(force: str | None) -> list[dict[str, Any]]:
    """Those in office for all of a force, to write to: `id`, `name`, `email`, `language`."""
    theirs = Person.filter(force_id=force, role=Role.ADMINISTRATOR, closed_at=None, suspended_at=None)
    whole = theirs.filter(Q(scope=None) | Q(scope=Scope.FORCE)).exclude(email=None)
    return await whole.values("id", "name", "email", "language")


async def add_enrolment(wanted: Wanted, by: str) -> str:
    """Keep what an administrator entered until another decides; inside a transaction."""
    row = await Enrolment.create(
        id=new_id(),
        force_id=wanted.post.force,
        name=wanted.name,
        email=wanted.email,
        role=wanted.post.role,
        scope=wanted.post.scope,
        details=wanted.kept(),
        enrolled_by_id=by,
        enrolled_at=clock.now(),
        person_id=wanted.person,
    )
    return row.id


async def waiting_in(force: str | None) -> list[Enrolment]:
    """What waits for a decision in a force (in all of them for None), oldest first."""
    waiting = Enrolment.filter(decided_at=None, **({"force_id": force} if force else {}))
    return await waiting.order_by("id")


async def set_decided(id_: str, by: str, *, refused: bool) -> bool:
    """Claim the decision; False where another was first."""
    return await Enrolment.filter(id=id_, decided_at=None).update(
        decided_by_id=by, decided_at=clock.now(), refused=refused
    ) == 1  # fmt: skip


async def set_reason(row: Enrolment, reason: str) -> None:
    await Enrolment.filter(id=row.id).update(details=row.details | {"reason": reason})


async def set_enrolled(id_: str, person: str) -> None:
    """Note who came to be."""
    await Enrolment.filter(id=id_).update(person_id=person)


async def drop_waiting_about(person: str) -> None:
    """Nothing that waits about somebody who leaves may be confirmed later."""
    await Enrolment.filter(person_id=person, decided_at=None).update(decided_at=clock.now(), refused=True)


async def holder_of_number(force: str | None, number: str) -> str | None:
    """The id of the officer of the force who has this number."""
    found = OfficerRecord.filter(number=number, person__force_id=force).first()
    return await found.values_list("person_id", flat=True)  # type: ignore[return-value]  # one column alone, by flat=True


async def set_record(person: str, wanted: Wanted) -> None:
    """Let the record say what two administrators agreed on."""
    await Person.filter(id=person).update(
        name=wanted.name, name_skeleton=name_skeleton(wanted.name), email=wanted.email
    )
    await OfficerRecord.filter(person_id=person).update(rank=wanted.rank, number=wanted.number)
    await PartnerRecord.filter(person_id=person).update(organisation=wanted.organisation, post=wanted.partner_post)
    for record in (OfficerRecord, PartnerRecord):
        await record.filter(person_id=person, confirmed_at=None).update(confirmed_at=clock.now())


async def set_suspended(person: str) -> bool:
    """False for somebody who is suspended already."""
    return await Person.filter(id=person, suspended_at=None).update(suspended_at=clock.now()) == 1


async def set_readmitted(person: str) -> bool:
    """False for somebody who is not suspended."""
    return await Person.filter(id=person).exclude(suspended_at=None).update(suspended_at=None) == 1


async def set_post(person: str, post: Post) -> None:
    """Let somebody serve these neighbourhoods, or all of the force, from now on; `since` stays where they stay."""
    await Person.filter(id=person).update(scope=post.scope)
    served = PersonNeighbourhood.filter(person_id=person)
    await served.exclude(neighbourhood_id__in=list(post.places)).delete()
    kept = [str(place) for place in await served.values_list("neighbourhood_id", flat=True)]
    now = clock.now()
    for place in post.places:
        if place not in kept:
            await PersonNeighbourhood.create(id=new_id(), person_id=person, neighbourhood_id=place, since=now)


async def set_left(person: str) -> None:
    """Let somebody be nobody's staff any more: no post, no address, no way in. The name stays with their words."""
    gone = {"email": None, "password_hash": None, "force_id": None, "scope": None, "closed_at": clock.now()}
    await Person.filter(id=person).update(role=Role.RESIDENT, suspended_at=None, photo=None, **gone)
    await OfficerRecord.filter(person_id=person).delete()
    await PartnerRecord.filter(person_id=person).delete()
    await PersonNeighbourhood.filter(person_id=person).delete()
    await OfficerPhoto.filter(person_id=person).delete()


async def has_come_in(person: str) -> bool:
    """Whether somebody has ever set up how they sign in."""
    by_password = await Person.filter(id=person).exclude(password_hash=None).exists()
    return by_password or await Passkey.filter(person_id=person).exists()


async def drop_factors(person: str) -> None:
    """Take away everything that somebody could prove with that it is them."""
    for table in (Passkey, PasskeyChallenge, AuthenticatorApp, RecoveryCode):
        await table.filter(person_id=person).delete()


async def decided_since(moment: datetime) -> list[tuple[str, str, str]]:
    """Entry of the audit, act and person of each decision about staff from then on, oldest first."""
    entries = AuditEntry.filter(at__gte=moment, act__in=_DECISIONS).order_by("id")
    rows = await entries.values_list("id", "act", "subject_id")
    return [(str(entry), str(act), str(person)) for entry, act, person in rows]
