"""What somebody is about to flag, as the page shows it to them."""

from typing import Any

from accounts.people import person
from foundation.text import rendered, stored_html
from moderation.content import Content
from moderation.people.content import AVATAR, NAME

JSON = dict[str, Any]


async def shown(content: Content) -> JSON:
    """`type`, `id`, `revision`; of a name or picture the `person`, else the words as `html`."""
    about: JSON = {"type": content.type, "id": content.id, "revision": content.revision, "person": None, "html": None}
    if content.type in (NAME, AVATAR):
        return about | {"person": await person(content.id)}
    return about | {"html": stored_html(await rendered(content.body))}
