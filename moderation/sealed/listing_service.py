"""What administrators see of sealed cases: how many terms each has, and who is cleared for it. Never a term."""

from collections.abc import Mapping
from typing import Any

from aiohttp import web

from accounts.people import persons
from foundation.permissions import Viewer
from moderation.sealed import store
from moderation.sealed.in_use import TERMS_IN_USE
from moderation.sealed.policy import access_case, check_may_seal

JSON = dict[str, Any]


async def cases_page(app: web.Application, viewer: Viewer) -> JSON:
    """What the page shows: whether there is a key (`has_key`), and the force's `cases`, as `_shown` gives them."""
    rows = await store.cases_of(check_may_seal(viewer))
    counts = await store.count_terms([row["id"] for row in rows])
    shown = [_shown(app, row, counts[row["id"]]) for row in rows]
    return {"has_key": app[TERMS_IN_USE].key is not None, "cases": shown}


async def case_page(app: web.Application, viewer: Viewer, case: str) -> JSON:
    """One case: as in the list, and who is `cleared`, each with `person`, `by`, `given_at` and `ended_at`."""
    row = await access_case(viewer, case)
    counts = await store.count_terms([case])
    clearances = await store.clearances_of(case)
    people = await persons(
        {row["opened_by_id"], *(each[who] for each in clearances for who in ("person_id", "given_by_id"))}
    )
    return {
        "has_key": app[TERMS_IN_USE].key is not None,
        "case": _shown(app, row, counts[case]) | {"by": _name(people, row["opened_by_id"])},
        "cleared": [
            each | {"person": people.get(each["person_id"]), "by": _name(people, each["given_by_id"])}
            for each in clearances
        ],
    }


def _shown(app: web.Application, row: JSON, terms: int) -> JSON:
    """A case as pages have it, with how many `terms`, whether it `stands`, and can match (`key_is_ours`)."""
    terms_in_use = app[TERMS_IN_USE]
    ours = terms_in_use.key is not None and terms_in_use.key.id == row["key_id"]
    return row | {"terms": terms, "stands": terms_in_use.stands(row), "key_is_ours": ours}


def _name(people: Mapping[str, JSON], person: str) -> str:
    return str(people[person]["name"]) if person in people else ""
