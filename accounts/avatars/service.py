"""The verbs of pictures: choose a drawn one, take a photo up, take it away."""

from typing import Any

from aiohttp import web

from accounts.above import check_may_be_shown, person_changed
from accounts.avatars import store
from accounts.avatars.drawing import Choice, choice_of
from accounts.avatars.faces import OFFICERS, PEOPLE, PLANTS
from accounts.avatars.photos import encode
from accounts.avatars.policy import check_choice, check_may_have_photo
from accounts.avatars.shown import default_of
from accounts.avatars.withholding import check_not_withheld
from accounts.people import person
from foundation.audit.entries import add_entry
from foundation.database import atomic
from foundation.keys import LIMITS
from foundation.language import Lazy
from foundation.permissions import Role, Viewer
from foundation.text import clean_text

LONGEST_ALT = 200
"""Characters."""


def offered_to(viewer: Viewer) -> tuple[dict[str, Lazy], ...]:
    """The faces that a viewer may choose from, in groups, each with what it shows."""
    return (OFFICERS,) if viewer.role is Role.OFFICER else (PEOPLE, PLANTS)


def check_offered(viewer: Viewer, name: str) -> None:
    """Raises Invalid for what is not in the viewer's set."""
    check_choice(viewer, name)


async def choose_avatar(app: web.Application, viewer: Viewer, name: str) -> dict[str, Any]:
    """Take a face in a colour; gives the person as they are now. Raises Invalid for what is not in the viewer's set."""
    choice = check_choice(viewer, name)
    await atomic(lambda: _choose(viewer, choice))
    await person_changed(app, str(viewer.id))
    return await person(str(viewer.id))


async def _choose(viewer: Viewer, choice: Choice) -> None:
    await check_not_withheld(str(viewer.id), choice.name)
    await store.set_avatar(str(viewer.id), choice.name)
    await _note(viewer, "avatar.choose", {"avatar": choice.name})


async def own_choice(viewer: Viewer) -> Choice:
    """What the viewer has chosen, or has for having chosen nothing."""
    kept = choice_of(await store.avatar_name(str(viewer.id)) or "")
    if kept is not None and (kept.face in OFFICERS) == (viewer.role is Role.OFFICER):
        return kept
    default = default_of(str(viewer.id))
    return Choice("officer-plain", default.colour) if viewer.role is Role.OFFICER else default


async def check_may_send_photo(app: web.Application, viewer: Viewer) -> None:
    """Before a byte of it is read; raises NotAllowed, TooFast."""
    check_may_have_photo(viewer)
    await app[LIMITS].check("photo", str(viewer.id))


async def set_photo(app: web.Application, viewer: Viewer, data: bytes, alt: str) -> None:
    """Show an officer with this photo from now on; raises NotAllowed, Invalid, Unavailable."""
    check_may_have_photo(viewer)
    said = clean_text(alt)[:LONGEST_ALT]
    # It stands beside the photo as a name does: everybody is told it.
    await check_may_be_shown(app, said, None)
    sizes = await encode(data)
    await atomic(lambda: _set_photo(viewer, sizes, said))
    await person_changed(app, str(viewer.id))


async def _set_photo(viewer: Viewer, sizes: tuple[bytes, ...], alt: str) -> None:
    photo = await store.set_photo(str(viewer.id), sizes, alt)
    await _note(viewer, "photo.set", {"photo": photo})


async def remove_photo(app: web.Application, viewer: Viewer) -> None:
    """Go back to the drawn face; nothing where there is no photo. Raises NotAllowed."""
    check_may_have_photo(viewer)
    if await atomic(lambda: _remove_photo(viewer)):
        await person_changed(app, str(viewer.id))


async def _remove_photo(viewer: Viewer) -> bool:
    removed = await store.remove_photo(str(viewer.id))
    if removed:
        await _note(viewer, "photo.remove", {})
    return removed


async def _note(viewer: Viewer, act: str, details: dict[str, object]) -> None:
    await add_entry(act=act, actor=viewer, subject_type="person", subject_id=str(viewer.id), details=details)


async def own_photo(viewer: Viewer) -> dict[str, str] | None:
    """The `alt` of the viewer's photo; None without one. Raises NotAllowed."""
    check_may_have_photo(viewer)
    alt = await store.photo_alt(str(viewer.id))
    return None if alt is None else {"alt": alt}


async def photo_alt(officer: str) -> str | None:
    """What an officer says that their photo shows; "" for nothing said, None without a photo."""
    return await store.photo_alt(officer)


async def shown_photo(photo: str, size: int) -> bytes | None:
    """A photo's bytes (WebP) while a verified officer is shown with it, else None."""
    return await store.shown_photo(photo, size)
