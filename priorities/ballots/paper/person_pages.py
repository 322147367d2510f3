"""What the pages have in common on which staff give a slip to somebody or take it back: who that is.

Their forms post `sought` and `person`, an account that was found by its name, or `name`, `house` and `postcode`.
"""

from collections.abc import Mapping
from typing import Any

from aiohttp import web

from foundation.errors import Refusal
from foundation.form_errors import of_refusal
from foundation.identity import viewer_of
from foundation.pages import render
from priorities.ballots.paper.issuing_service import find_residents
from priorities.ballots.paper.page_service import slips_page
from priorities.ballots.roll import Neighbour, neighbour_of

_LONGEST = 80
"""Characters of a name or an id that are looked at."""


def account_in(form: Mapping[str, str]) -> str | None:
    """The id of the account that was chosen of those that were found, or none was; None without a search."""
    return form.get("person", "")[:_LONGEST] if "sought" in form else None


def neighbour_in(form: Mapping[str, str]) -> Neighbour:
    """Name and address as they were typed. Raises Invalid."""
    return neighbour_of(*(form.get(name, "")[: _LONGEST * 2] for name in ("name", "house", "postcode")))


async def person_page(
    request: web.Request, template: str, form: Mapping[str, str], refusal: Refusal | None = None, **more: Any
) -> web.Response:
    """A page that extends slips/person.html, with what was typed, and the residents whose name was `sought`.

    Raises NotFound, NotAllowed.
    """
    viewer, round_id = viewer_of(request), request.match_info["id"]
    found = await find_residents(viewer, round_id, form["sought"][:_LONGEST]) if "sought" in form else None
    shown = await slips_page(viewer, round_id)
    return render(request, template, **of_refusal(refusal), form=form, found=found, **more, **shown)
