"""Another e-mail address: asked for by who proved that it is them, and theirs once they opened the link sent there."""

from dataclasses import replace
from typing import Any

from aiohttp import web
from tortoise.exceptions import IntegrityError

from accounts import link_store
from accounts.emails import check_email
from accounts.factors.proof import check_proved
from accounts.links import access_link, add_link, used_up
from accounts.policy import check_may_change_email
from accounts.residents import store
from accounts.residents.letters import mail_email_asked, mail_email_changed, mail_email_has_account, mail_new_email
from accounts.residents.mail_limits import check_may_mail
from accounts.residents.own_login import access_own_login, check_knows_password
from accounts.tokens import hash_of
from foundation.audit.entries import add_entry
from foundation.database import atomic
from foundation.errors import Gone, Invalid
from foundation.keys import LIMITS
from foundation.language import _
from foundation.permissions import Role, Viewer

_EMAIL = ("email",)


async def own_email(viewer: Viewer) -> str:
    """The address that one signs in with; raises NotAllowed for a guest and for staff, ProofNeeded."""
    check_may_change_email(viewer)
    check_proved(viewer)
    return str((await access_own_login(viewer))["email"])


async def ask_new_email(
    app: web.Application, viewer: Viewer, email: str, password: str, origin: str, address: str
) -> None:
    """Mail a link to the new address, and tell the old one.

    Whether the new address has an account already is told to that address only. Raises as `own_email`, and Invalid,
    TooFast.
    """
    check_may_change_email(viewer)
    check_proved(viewer)
    person = await access_own_login(viewer)
    new = check_email(email)
    if new == person["email"]:
        raise Invalid.at("email", _("That is your address already."))
    await check_knows_password(app, person, password, address)
    await check_may_mail(app, new, address)
    await atomic(lambda: _ask(viewer, person, new, origin))


async def _ask(viewer: Viewer, person: dict[str, Any], new: str, origin: str) -> None:
    await add_entry(
        act="email.ask", actor=viewer, subject_type="person", subject_id=person["id"],
        personal={"before": person["email"], "after": new},
    )  # fmt: skip
    await mail_email_asked(person["email"], person["language"], origin)
    if found := await store.account_of(new):
        return await mail_email_has_account(new, found["language"])
    link = await add_link(person["id"], "email", new)
    await mail_new_email(new, person["language"], origin + link.path)


async def open_new_email(app: web.Application, token: str, address: str) -> dict[str, Any]:
    """The new `email` behind a link, without using it up; raises NotFound, Gone (used or late), TooFast."""
    await app[LIMITS].check("link_address", address)
    return await access_link(token, _EMAIL)


async def take_new_email(app: web.Application, viewer: Viewer, token: str, origin: str, address: str) -> str:
    """Make the new address the account's, and tell the old one; gives it. Raises as `open_new_email`."""
    link = await open_new_email(app, token, address)
    try:
        await atomic(lambda: _take(viewer, token, link, origin))
    except IntegrityError:
        raise Gone(_("That address has an account by now. Give another one on your account page.")) from None
    return str(link["email"])


async def _take(viewer: Viewer, token: str, link: dict[str, Any], origin: str) -> None:
    if not await link_store.set_link_used(hash_of(token)):
        raise used_up()
    person, before, after = link["person_id"], link["person__email"], link["email"]
    await store.set_email(person, after)
    # A link that was mailed to the old address must not open the account any more.
    await link_store.set_links_used(person)
    actor = replace(viewer, id=person, role=Role(link["person__role"]))
    for act, personal in (("email.change", {"before": before, "after": after}), ("email.confirm", {"email": after})):
        await add_entry(act=act, actor=actor, subject_type="person", subject_id=person, personal=personal)
    await mail_email_changed(before, link["person__language"], origin)
