"""The bytes of the picture that somebody is shown with, for who must keep it as it was."""

from accounts.avatars.drawing import choice_of, drawing
from accounts.avatars.service import shown_photo
from accounts.avatars.shown import PHOTO_SIZES, Avatar

_DRAWN, _PHOTOS = "/avatars/", "/avatars/photos/"


async def picture_of(avatar: Avatar) -> tuple[str, bytes] | None:
    """The media type and bytes of a picture, as `avatar_of` names it; None where it is gone by now."""
    path = avatar["src"].partition("?")[0]
    if path.startswith(_PHOTOS):
        content = await shown_photo(path.removeprefix(_PHOTOS).partition("/")[0], max(PHOTO_SIZES))
        return None if content is None else ("image/webp", content)
    choice = choice_of(path.removeprefix(_DRAWN).removesuffix(".svg"))
    return None if choice is None else ("image/svg+xml", drawing(choice).svg)
