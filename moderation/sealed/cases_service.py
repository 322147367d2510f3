"""Opening sealed cases, adding to them, and ending them. No term is in an answer, a log or the audit: how many is."""

from datetime import date
from typing import Any

from aiohttp import web

from accounts.factors.proof import check_proved
from accounts.people import persons
from foundation.audit.entries import add_entry
from foundation.database import atomic
from foundation.errors import Conflict, Invalid, NotFound, Unavailable
from foundation.ids import is_id
from foundation.language import _
from foundation.permissions import Viewer
from foundation.text import clean_text
from moderation.sealed import store
from moderation.sealed.digests import Digests, HashedTerm
from moderation.sealed.in_use import TERMS_IN_USE
from moderation.sealed.keys import SealingKey
from moderation.sealed.policy import check_may_seal
from moderation.sealed.typed_terms import hashed_terms

JSON = dict[str, Any]
_LONGEST_LABEL = 60


def check_can_seal(viewer: Viewer) -> str:
    """The force of an administrator who proved lately that it is them; raises NotAllowed and ProofNeeded."""
    force = check_may_seal(viewer)
    check_proved(viewer)
    return force


async def cases_page(app: web.Application, viewer: Viewer) -> JSON:
    """What the page shows: whether there is a key (`has_key`), and the force's `cases`, as `_shown` gives them."""
    rows = await store.cases_of(check_can_seal(viewer))
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


async def access_case(viewer: Viewer, case: str) -> JSON:
    """A case of the administrator's force; raises NotAllowed, ProofNeeded and NotFound."""
    force = check_can_seal(viewer)
    found = await store.case_of(force, case) if is_id(case) else None
    if found is None:
        raise NotFound(_("There is no such case."))
    return found


async def open_case(app: web.Application, viewer: Viewer, label: str, ends_on: str, typed: str) -> str:
    """Seal a case until the end of a day; gives its id.

    `label` is what staff know it by, and says nothing of it; `typed` its terms, one a line. Raises NotAllowed,
    ProofNeeded, Unavailable (no key) and Invalid, which never has a term in it.
    """
    force, key = check_can_seal(viewer), _key(app)
    named = _checked_label(label)
    last = _checked_date(app, ends_on)
    terms = hashed_terms(key, typed)
    _check_says_nothing(key, named, terms)

    async def work() -> str:
        case = await store.add_case(force, named, last, key.id, str(viewer.id))
        added = await store.add_terms(case, terms)
        await _audit(viewer, "case.seal", case, label=named, ends_on=last.isoformat(), terms=added)
        return case

    opened = await atomic(work)
    app[TERMS_IN_USE].forget()
    return opened


async def add_terms(app: web.Application, viewer: Viewer, case: str, typed: str) -> int:
    """Seal more terms; gives how many were new. Raises as `open_case`, NotFound, and Conflict (ended, another key)."""
    row, key = await access_case(viewer, case), _key(app)
    _check_stands(app, row)
    if row["key_id"] != key.id:
        raise Conflict(_("This case was sealed with another key. Open it anew with the key of today."))
    terms = hashed_terms(key, typed)

    async def work() -> int:
        added = await store.add_terms(case, terms)
        await _audit(viewer, "case.add", case, terms=added)
        return added

    added = await atomic(work)
    app[TERMS_IN_USE].forget()
    return added


async def end_case(app: web.Application, viewer: Viewer, case: str) -> None:
    """Stop looking for its terms. What it held is still read by who is cleared only. Raises NotFound, Conflict."""
    _check_stands(app, await access_case(viewer, case))

    async def work() -> None:
        if not await store.set_ended(case, str(viewer.id)):
            raise _ended()
        await _audit(viewer, "case.end", case)

    await atomic(work)
    app[TERMS_IN_USE].forget()


def _shown(app: web.Application, row: JSON, terms: int) -> JSON:
    """A case as pages have it, with how many `terms`, whether it `stands`, and can match (`key_is_ours`)."""
    terms_in_use = app[TERMS_IN_USE]
    stands = row["ended_at"] is None and row["ends_on"] >= terms_in_use.today()
    ours = terms_in_use.key is not None and terms_in_use.key.id == row["key_id"]
    return row | {"terms": terms, "stands": stands, "key_is_ours": ours}


def _check_stands(app: web.Application, row: JSON) -> None:
    if not _shown(app, row, 0)["stands"]:
        raise _ended()


def _ended() -> Conflict:
    return Conflict(_("This case has ended."))


def _key(app: web.Application) -> SealingKey:
    key = app[TERMS_IN_USE].key
    if key is None:
        raise Unavailable(_("No case can be sealed here yet: this server has no sealing key."))
    return key


def _checked_label(label: str) -> str:
    kept = " ".join(clean_text(label).split())
    if not 1 <= len(kept) <= _LONGEST_LABEL:
        raise Invalid.at("label", _("Give it a label of at most %(most)s characters.", most=_LONGEST_LABEL))
    return kept


def _check_says_nothing(key: SealingKey, label: str, terms: list[tuple[str, int]]) -> None:
    """Raises Invalid for a label with a term in it: everybody on the staff may read it."""
    here = Digests(key, [HashedTerm("", "", digest, words) for digest, words in terms])
    if here.cases_in(label):
        raise Invalid.at("label", _("The label says what is sealed. Choose one that says nothing of the case."))


def _checked_date(app: web.Application, text: str) -> date:
    try:
        last = date.fromisoformat(text.strip())
    except ValueError:
        raise Invalid.at("ends_on", _("Enter the last day as year-month-day, such as 2027-03-31.")) from None
    if last < app[TERMS_IN_USE].today():
        raise Invalid.at("ends_on", _("The last day must not be in the past."))
    return last


def _name(people: dict[str, JSON], person: str | None) -> str:
    return str(people[person]["name"]) if person in people else ""


async def _audit(viewer: Viewer, act: str, case: str, **details: object) -> None:
    await add_entry(act=act, actor=viewer, subject_type="case", subject_id=case, details=details)
