"""Every query of names as they look."""

from collections.abc import Collection, Mapping
from typing import Any

from accounts.models import Person
from accounts.names.skeletons import name_skeleton
from foundation.permissions import Role
from foundation.queries import Query

# Every name that is chosen asks it. Staff who wait for another administrator count already; they are few.
_STAFF_NAMED = Query(
    """
    SELECT id, name, role FROM person
    WHERE name_skeleton IN ? AND role IN ('officer', 'moderator', 'administrator', 'partner') AND closed_at IS NULL
    UNION ALL
    SELECT '' AS id, name, role FROM enrolment WHERE decided_by_id IS NULL AND decided_at IS NULL
    """
)
# Most names have not all of these letters: what is left is little enough to be looked at.
_SPELLED_WITH = Query(
    """
    SELECT id, name, name_skeleton FROM person
    WHERE role IN ('guest', 'resident') AND closed_at IS NULL AND id <> ?
      AND name_skeleton LIKE ? AND name_skeleton LIKE ? AND name_skeleton LIKE ? AND name_skeleton LIKE ?
      AND name_skeleton LIKE ?
    """
)
_LETTERS = 5
_RAREST_FIRST = "qxjzvkwbpgfyumcdhtosrnlae"


async def staff_named(skeletons: Collection[str]) -> list[dict[str, Any]]:
    """Living staff and partners of any force whose skeleton is among these, and all who wait to be confirmed.

    Suspended ones too.
    Members: id (empty for who waits), name, role.
    """
    return await _STAFF_NAMED.rows(list(skeletons))


async def officers_numbered(numbers: Collection[str]) -> list[str]:
    """The names of the living officers of any force who have one of these collar numbers, suspended ones too."""
    living = Person.filter(role=Role.OFFICER, closed_at=None, record__number__in=list(numbers))
    return [str(name) for name in await living.values_list("name", flat=True)]


async def is_an_accounts(name: str) -> bool:
    """Whether somebody with an account has a name that looks the same."""
    return await Person.filter(name_skeleton=name_skeleton(name)).exclude(role=Role.GUEST).exists()


async def people_spelled_with(letters: Mapping[str, int], but: str) -> list[dict[str, Any]]:
    """`id`, `name` and `name_skeleton` of everybody but staff whose skeleton has the rarest of these, so often each."""
    rarest = sorted(letters, key=lambda letter: (_RAREST_FIRST.find(letter), letter))[:_LETTERS]
    patterns = ["%" + f"{letter}%" * letters[letter] for letter in rarest] + ["%"] * (_LETTERS - len(rarest))
    return await _SPELLED_WITH.rows(but, *patterns)


async def skeletons_used(skeletons: Collection[str]) -> set[str]:
    """Which of these skeletons are somebody's."""
    used = Person.filter(name_skeleton__in=list(skeletons))
    return {str(skeleton) for skeleton in await used.values_list("name_skeleton", flat=True)}


async def set_name_refused(person: str, name: str, refused: str) -> None:
    """Show a person under another name until they choose one; `refused` is what they chose before."""
    await Person.filter(id=person).update(name=name, name_skeleton=name_skeleton(name), name_refused=refused)


async def set_withheld(person: str, name: str, number: str) -> bool:
    """The same for somebody who is no staff and still has this name; False for everybody else."""
    theirs = Person.filter(id=person, name=name, name_refused=None, closed_at=None)
    shown = {"name": number, "name_skeleton": name_skeleton(number), "name_refused": name}
    return bool(await theirs.filter(role__in=[Role.GUEST, Role.RESIDENT]).update(**shown))


async def withheld_name(person: str) -> str | None:
    """The name that was taken from somebody, until they choose another."""
    rows = await Person.filter(id=person, closed_at=None).values_list("name_refused", flat=True)
    return next((str(name) for name in rows if name is not None), None)


async def is_anothers(name: str, person: str) -> bool:
    """Whether somebody else with an account has a name that looks the same."""
    same = Person.filter(name_skeleton=name_skeleton(name), closed_at=None).exclude(role=Role.GUEST)
    return await same.exclude(id=person).exists()


async def set_given_back(person: str, name: str) -> None:
    await Person.filter(id=person).update(name=name, name_skeleton=name_skeleton(name), name_refused=None)
