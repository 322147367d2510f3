"""How somebody comes to have an account: they ask, a mail goes to their address, and its link makes the account."""

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any
from urllib.parse import quote

from aiohttp import web
from tortoise.exceptions import IntegrityError

from accounts.above import check_may_be_shown, person_changed
from accounts.emails import check_email
from accounts.passwords import check_new_password, hash_password
from accounts.residents import store
from accounts.residents.constant_time import steadily
from accounts.residents.letters import mail_has_account, mail_sign_up
from accounts.residents.mail_limits import check_may_mail
from accounts.residents.naming import arriving_name, arriving_name_still, check_shown, gone
from accounts.residents.new_resident import arrive
from accounts.residents.places import check_home
from accounts.residents.privacy import age_band_of, shown_as_for
from accounts.residents.shown import ShownAs, shown_as_of
from accounts.sessions.broadcast import sessions_ended
from accounts.sessions.entering import SignedIn
from accounts.tokens import hash_of, new_token
from foundation import clock, language
from foundation.audit.entries import add_entry
from foundation.database import atomic
from foundation.errors import Gone, NotFound
from foundation.form_errors import FormErrors
from foundation.keys import LIMITS
from foundation.language import _
from foundation.permissions import Role, Viewer

LASTS = timedelta(hours=24)
KEPT = timedelta(days=1)
"""How long a late link is still known as late; then nothing is left of who asked and never came."""


@dataclass(frozen=True)
class Asked:
    """An account as somebody asks for it: what they typed, unchecked.

    Without a password: anybody can type another's address, and would know it when the owner presses the button.
    `back` is the path of ours that the account is wanted for, or empty.
    """

    email: str
    name: str
    shown_as: str
    age_band: str
    back: str = ""


@dataclass(frozen=True)
class Chosen:
    """What the owner of the address chooses on the page behind the link, unchecked; the postcode may be empty."""

    password: str
    postcode: str = ""


async def ask_sign_up(app: web.Application, viewer: Viewer, asked: Asked, origin: str, address: str) -> None:
    """Mail a link that makes the account, or say in the mail that there is one: the answer is the same, in time too.

    `origin` is ours, for the link; `address` is the network's. Raises Invalid with all the fields that are wrong, and
    TooFast.
    """
    known = await _checked(app, viewer, asked)
    await check_may_mail(app, known["email"], address)
    async with steadily():
        guest = viewer.id if viewer.role is Role.GUEST else None
        await atomic(lambda: _ask(viewer, origin, asked.back, guest_id=guest, **known))


async def _checked(app: web.Application, viewer: Viewer, asked: Asked) -> dict[str, Any]:
    """The columns of the form."""
    errors = FormErrors()
    age_band, shown_as = age_band_of(asked.age_band), shown_as_of(asked.shown_as)
    kept: dict[str, Any] = {"full_name": " ".join(asked.name.split()), "age_band": age_band, "email": ""}
    with errors.gather():
        kept["email"] = check_email(asked.email)
    with errors.gather():
        shown = await check_shown(asked.name, shown_as or ShownAs.FULL, age_band, viewer.id)
        await check_may_be_shown(app, shown, viewer.id)
    if shown_as is None:
        errors.note("shown_as", _("Choose how others see your name."))
    if age_band is None:
        errors.note("age_band", _("Choose how old you are."))
    errors.check()
    return kept | {"shown_as": shown_as_for(age_band, shown_as or ShownAs.FULL)}


async def _ask(viewer: Viewer, origin: str, back: str, **asked: Any) -> None:
    email, speaks = asked["email"], language.current()
    found = await store.account_of(email)
    if found:
        await mail_has_account(email, found["language"], origin)
        subject = ("person", found["id"])
    else:
        token = new_token()
        await store.add_sign_up(hash_of(token), clock.now() + LASTS, language=speaks, **asked)
        await mail_sign_up(
            email, speaks, f"{origin}/sign-up/{token}" + (f"?back={quote(back, safe='/')}" if back else "")
        )
        subject = ("sign_up", hash_of(token))
    # Without the address: who never comes leaves nothing here.
    await add_entry(act="sign_up.ask", actor=viewer, subject_type=subject[0], subject_id=subject[1])


async def open_sign_up(app: web.Application, token: str, address: str) -> dict[str, Any]:
    """What somebody asked for, without using the link up; raises NotFound, Gone (used or late), TooFast."""
    await app[LIMITS].check("link_address", address)
    found = await store.sign_up(hash_of(token))
    if found is None:
        raise NotFound(_("This link is not one of ours. Check that you have the whole of it."))
    if found["used_at"]:
        raise _used()
    if found["expires_at"] <= clock.now():
        raise Gone(_("This link has ended: it was good for 24 hours. Please sign up again."))
    return found


async def use_sign_up(
    app: web.Application, viewer: Viewer, token: str, chosen: Chosen, address: str, device: str
) -> SignedIn:
    """Make the account, of a guest who asked for it theirs, and sign them in under a new token.

    Raises as `open_sign_up`, Gone too where the name can't be had any more, and Invalid with all that is wrong.
    """
    asked = await open_sign_up(app, token, address)
    home = await _home(chosen)
    shown_as = ShownAs(asked["shown_as"])
    shown = await arriving_name(asked["full_name"], shown_as, asked["age_band"], asked["guest_id"])
    with gone():
        await check_may_be_shown(app, shown, asked["guest_id"])
    asked |= {"password_hash": await hash_password(chosen.password)}
    try:
        signed_in, ended = await atomic(lambda: _use(viewer, asked, shown, home, address, device))
    except IntegrityError:
        raise _used() from None
    await sessions_ended(app, ended)
    await person_changed(app, signed_in.person["id"])
    return signed_in


async def _home(chosen: Chosen) -> str | None:
    """The neighbourhood of who gave a postcode; raises Invalid for it, and for the password."""
    errors = FormErrors()
    home = None
    with errors.gather():
        check_new_password(chosen.password)
    if chosen.postcode.strip():
        with errors.gather():
            home = await check_home(chosen.postcode)
    errors.check()
    return home


async def _use(
    viewer: Viewer, asked: dict[str, Any], shown: str, home: str | None, address: str, device: str
) -> tuple[SignedIn, list[str]]:
    if not await store.set_sign_up_used(asked["id"]):
        raise _used()
    shown = await arriving_name_still(shown, asked["guest_id"])
    arrived = await arrive(asked, shown, home, address, device)
    actor = replace(viewer, id=arrived[0].person["id"], role=Role.RESIDENT)
    names = {"email": asked["email"], "name": shown, "age_band": asked["age_band"]}
    for act, personal in (("person.sign_up", names), ("email.confirm", {"email": asked["email"]})):
        await add_entry(act=act, actor=actor, subject_type="person", subject_id=str(actor.id), personal=personal)
    if home:
        await add_entry(act="place.give", actor=actor, subject_type="person", subject_id=str(actor.id))
    return arrived


def _used() -> Gone:
    return Gone(_("This link was used already, or a newer one was sent. Sign in, or sign up again."))


async def forget_sign_ups(_app: web.Application) -> None:
    """Forget who asked for an account and did not come in time."""
    await store.remove_sign_ups(clock.now() - KEPT)
