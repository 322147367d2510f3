"""Every query and insert of pictures."""

from accounts.avatars.models import OfficerPhoto
from accounts.models import Person
from accounts.own_row import set_own
from foundation import clock
from foundation.ids import new_id
from foundation.permissions import Role


async def set_avatar(person: str, name: str) -> None:
    await set_own(person, avatar=name)


async def avatar_name(person: str) -> str | None:
    """What somebody chose, or None."""
    row = await Person.get(id=person).values("avatar")
    return row["avatar"] and str(row["avatar"])


async def set_photo(person: str, sizes: tuple[bytes, ...], alt: str) -> str:
    """Keep a photo in the place of the one before, which is gone with it; gives its id. Inside a transaction."""
    await OfficerPhoto.filter(person_id=person).delete()
    small, middle, large = sizes
    photo = await OfficerPhoto.create(
        id=new_id(), person_id=person, size_64=small, size_128=middle, size_512=large, alt=alt, created_at=clock.now()
    )
    await Person.filter(id=person).update(photo=photo.id)
    return photo.id


async def remove_photo(person: str) -> bool:
    """Take somebody's photo away for good; whether there was one. Inside a transaction."""
    await Person.filter(id=person).update(photo=None)
    return await OfficerPhoto.filter(person_id=person).delete() > 0


async def photo_alt(person: str) -> str | None:
    """What an officer says that their photo shows ("" for nothing); None without a photo."""
    rows = await OfficerPhoto.filter(person_id=person).values_list("alt", flat=True)
    return str(rows[0]) if rows else None


async def shown_photo(photo: str, size: int) -> bytes | None:
    """A photo's bytes while a verified officer is shown with it; None when it was replaced, or they are none now."""
    shown = OfficerPhoto.filter(
        id=photo, person__photo=photo, person__role=Role.OFFICER, person__suspended_at=None, person__closed_at=None,
        person__record__confirmed_at__not_isnull=True,
    )  # fmt: skip
    row = await shown.first().values(f"size_{size}")
    return bytes(row[f"size_{size}"]) if row else None


async def set_withheld(person: str, avatar: str) -> bool:
    """Take a drawn picture away from somebody who is no staff and still has it; False for everybody else."""
    theirs = Person.filter(id=person, avatar=avatar, closed_at=None, role__in=[Role.GUEST, Role.RESIDENT])
    return bool(await theirs.update(avatar=None, avatar_refused=avatar))


async def withheld_avatar(person: str) -> str | None:
    """The picture that was taken from somebody, also when they have chosen another since."""
    rows = await Person.filter(id=person).values_list("avatar_refused", flat=True)
    return next((str(avatar) for avatar in rows if avatar is not None), None)


async def set_given_back(person: str) -> bool:
    """Give it back to who has chosen no other; False for everybody else."""
    withheld = await withheld_avatar(person)
    without = Person.filter(id=person, avatar=None, closed_at=None, avatar_refused=withheld)
    return bool(withheld and await without.update(avatar=withheld, avatar_refused=None))
