"""Whether staff may be as an administrator entered them: asked when it is entered, and again when it is confirmed."""

from dataclasses import replace

from accounts import store as people
from accounts.emails import check_email
from accounts.names.checking import check_name, check_officers_name
from accounts.names.organisations import check_organisation, check_partner_post
from accounts.ranks import check_number, check_rank
from accounts.staffing import store
from accounts.staffing.policy import access_force_to_staff, access_places_to_staff, check_covers
from accounts.staffing.posts import Post
from accounts.staffing.wanted import NewStaff, StaffChange, Wanted
from foundation.errors import Conflict, Invalid
from foundation.form_errors import FormErrors
from foundation.language import _
from foundation.permissions import ENROLLED, Role, Scope, Viewer


async def check_new(viewer: Viewer, asked: NewStaff) -> Wanted:
    """Somebody new as they are kept; raises NotAllowed, Invalid and Conflict, with every field that is wrong."""
    force = await access_force_to_staff(viewer, asked.force)
    if asked.role not in ENROLLED:
        raise Invalid.at("role", _("Choose officer, partner, moderator or administrator."))
    role, errors = Role(asked.role), FormErrors()
    checked = _as_asked(asked, Post(role, force, Scope.NEIGHBOURHOODS))
    with errors.gather():
        checked = await check_record(checked)
    with errors.gather():
        checked = replace(checked, post=await check_post(viewer, role, force, asked.scope, asked.neighbourhoods))
    errors.check()
    await _check_not_waiting(checked)
    return checked


async def check_change(asked: StaffChange, person: str, post: Post) -> Wanted:
    """What the record of somebody should say; raises Invalid and Conflict."""
    return await check_record(_as_asked(asked, post, person))


def _as_asked(asked: NewStaff | StaffChange, post: Post, person: str | None = None) -> Wanted:
    return Wanted(
        asked.name, asked.email, post, rank=asked.rank, number=asked.number, organisation=asked.organisation,
        partner_post=asked.partner_post, person=person,
    )  # fmt: skip


async def check_post(viewer: Viewer, role: Role, force: str, scope: str, named: tuple[str, ...]) -> Post:
    """A post that this administrator may give; raises NotAllowed and Invalid."""
    chosen = scope or (Scope.NEIGHBOURHOODS if role is Role.OFFICER or not viewer.whole_force else Scope.FORCE)
    if chosen not in tuple(Scope):
        raise Invalid.at("scope", _("Choose the whole force or some neighbourhoods."))
    # An officer of the whole force may still have neighbourhoods on whose pages they stand.
    named_some = chosen == Scope.NEIGHBOURHOODS or (role is Role.OFFICER and named)
    places = await access_places_to_staff(viewer, force, named) if named_some else ()
    post = Post(role, force, Scope(chosen), places)
    check_covers(viewer, post)
    return post


async def check_record(wanted: Wanted) -> Wanted:
    """Name, address and what the badge will say as they are kept, and free; asked anew at the confirmation."""
    errors, kept = FormErrors(), replace(wanted, rank="", number="", organisation="", partner_post="")
    officer = wanted.post.role is Role.OFFICER
    with errors.gather():
        name = check_officers_name(wanted.name) if officer else await check_name(wanted.name, but=wanted.person)
        kept = replace(kept, name=name)
    with errors.gather():
        kept = replace(kept, email=await _free_email(wanted))
    if officer:
        with errors.gather():
            kept = replace(kept, rank=check_rank(wanted.rank))
        with errors.gather():
            kept = replace(kept, number=await _free_number(wanted))
    if wanted.post.role is Role.PARTNER:
        with errors.gather():
            kept = replace(kept, organisation=await check_organisation(wanted.organisation))
        with errors.gather():
            kept = replace(kept, partner_post=await check_partner_post(wanted.partner_post))
    errors.check()
    return kept


async def _free_email(wanted: Wanted) -> str:
    email = check_email(wanted.email)
    known = await people.person_of_email(email)
    if known and known["id"] != wanted.person:
        raise Conflict.at("email", _("Somebody has an account with that address already."))
    return email


async def _free_number(wanted: Wanted) -> str:
    number = check_number(wanted.number)
    if await store.holder_of_number(wanted.post.force, number) not in (None, wanted.person):
        raise Invalid.at("number", _("Another officer of the force has that number."))
    return number


async def _check_not_waiting(wanted: Wanted) -> None:
    for row in await store.waiting_in(wanted.post.force):
        if row.email == wanted.email:
            raise Conflict.at("email", _("Somebody with that address is waiting to be confirmed already."))
        if wanted.number and row.details.get("number") == wanted.number:
            raise Invalid.at("number", _("An officer with that number is waiting to be confirmed already."))
