"""What forums and sections are called, in the language of this request."""

from typing import Any

from forums.places.models import ForumKind
from foundation import language
from foundation.language import _
from neighbourhoods.atlas import current_atlas
from neighbourhoods.places import Place

JSON = dict[str, Any]


def section_name(section: JSON) -> str:
    """A section's name: the Welsh one where the reader reads Welsh and the force gave one."""
    return str((section["name_cy"] if language.current() == "cy" else "") or section["name"])


def section_about(section: JSON) -> str:
    """The sentence about a section; empty where the force gave none."""
    return str((section["about_cy"] if language.current() == "cy" else "") or section["about"])


async def forum_name(forum: JSON) -> str:
    """Whose forum it is: the neighbourhood's name, the force's, or its staff."""
    return forum_title(forum, (await current_atlas()).places)


def forum_title(forum: JSON, places: dict[str, Place]) -> str:
    """The same for many: `places` are those of the atlas."""
    if forum["kind"] == ForumKind.NEIGHBOURHOOD:
        place = places.get(forum["neighbourhood_id"])
        return place.shown_name if place else str(forum["neighbourhood_id"])
    force = next((place.force_name for place in places.values() if place.force_id == forum["force_id"]), None)
    name = force or str(forum["force_id"])
    return _("Staff of %(force)s", force=name) if forum["kind"] == ForumKind.STAFF else name
