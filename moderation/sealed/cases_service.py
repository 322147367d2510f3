"""Opening sealed cases, adding to them, and ending them. No term is in an answer, a log or the audit: how many is."""

from datetime import date
from typing import Any

from aiohttp import web

from foundation.audit.entries import add_entry
from foundation.cleaning import cleaned_line
from foundation.database import atomic
from foundation.errors import Conflict, Invalid, Unavailable
from foundation.language import _
from foundation.permissions import Viewer
from moderation.sealed import store
from moderation.sealed.digests import Digests, HashedTerm
from moderation.sealed.in_use import TERMS_IN_USE
from moderation.sealed.keys import SealingKey
from moderation.sealed.policy import access_case, check_may_seal
from moderation.sealed.typed_terms import hashed_terms

JSON = dict[str, Any]
_LONGEST_LABEL = 60


async def open_case(app: web.Application, viewer: Viewer, label: str, ends_on: str, typed: str) -> str:
    """Seal a case until the end of a day; gives its id.

    `label` is what staff know it by, and says nothing of it; `typed` its terms, one a line. Raises NotAllowed,
    ProofNeeded, Unavailable (no key) and Invalid, which never has a term in it.
    """
    force, key = check_may_seal(viewer), _key(app)
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


def _check_stands(app: web.Application, row: JSON) -> None:
    if not app[TERMS_IN_USE].stands(row):
        raise _ended()


def _ended() -> Conflict:
    return Conflict(_("This case has ended."))


def _key(app: web.Application) -> SealingKey:
    key = app[TERMS_IN_USE].key
    if key is None:
        raise Unavailable(_("No case can be sealed here yet: this server has no sealing key."))
    return key


def _checked_label(label: str) -> str:
    kept = cleaned_line(label)
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


async def _audit(viewer: Viewer, act: str, case: str, **details: object) -> None:
    await add_entry(act=act, actor=viewer, subject_type="case", subject_id=case, details=details)
