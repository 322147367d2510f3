"""What the forms of a proposal say, and what they are filled with again."""

from collections.abc import Mapping
from typing import Any

from foundation.client_ids import client_id_of
from foundation.errors import Invalid
from foundation.pictures.forms import PostForm
from priorities.proposals.places import Where, area_of
from priorities.proposals.posting.new import NewProposal

JSON = dict[str, Any]
NAMES = (
    "title", "what", "place_name", "place_latitude", "place_longitude", "area", "times", "affected", "speaks_for",
    "version", "alike_seen",
)  # fmt: skip


def proposal_of(form: PostForm) -> NewProposal:
    """What a form proposes. An area that can't be read is refused with all else that is wrong."""
    fields = form.fields
    try:
        area = area_of(fields.get("area", ""))
    except Invalid:
        area = "broken"
    return NewProposal(
        client_id=client_id_of(fields),
        title=fields.get("title", ""),
        what=fields.get("what", ""),
        where=Where(
            fields.get("place_name", ""), _degrees(fields, "place_latitude"), _degrees(fields, "place_longitude"), area
        ),
        times=fields.get("times", ""),
        affected=fields.get("affected", ""),
        speaks_for=fields.get("speaks_for", ""),
        confirm=fields.get("confirm") == "true",
        pictures=form.pictures,
    )


def _degrees(fields: Mapping[str, str], name: str) -> float | None:
    """A point that somebody’s client gave stays where its form is sent again; nobody types one."""
    try:
        return float(fields.get(name, ""))
    except ValueError:
        return None


def wants_preview(form: PostForm) -> bool:
    """Whether they only want to look at it."""
    return "preview" in form.fields


def refilled(form: PostForm) -> JSON:
    """All that was typed, for the same form."""
    return {name: form.fields.get(name, "") for name in NAMES} | {"client_id": client_id_of(form.fields)}
