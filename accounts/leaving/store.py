"""Every query that takes a person out of the record."""

from accounts.avatars.models import OfficerPhoto
from accounts.factors.models import AuthenticatorApp, Passkey, PasskeyChallenge, RecoveryCode
from accounts.models import OneTimeLink, Person, Session
from accounts.people import FORMER_MEMBER
from accounts.residents.models import SignUp
from accounts.staffing.models import Enrolment
from accounts.vouching.models import VouchCode
from foundation import clock
from foundation.models import OutboxMail

_PERSONAL = (
    "email", "password_hash", "full_name", "shown_as", "age_band", "name_refused", "avatar", "avatar_refused", "photo",
    "language", "neighbourhood_id", "email_confirmed_at", "postcode_given_at", "confirmed_at",
)  # fmt: skip
_OF_A_PERSON = (Passkey, PasskeyChallenge, AuthenticatorApp, RecoveryCode, OfficerPhoto, OneTimeLink)


async def own_details(person: str) -> dict[str, str | None]:
    """What names somebody, and would name them to an enquiry: `name`, `full_name`, `email`."""
    return await Person.get(id=person).values("name", "full_name", "email")


async def set_closed(person: str) -> bool:
    """Leave nothing in the record but the id and the moments of coming and going; False where it was closed before.

    The skeleton has a space, which no name's has: nobody is ever refused a name for it.
    """
    gone = {"name": FORMER_MEMBER, "name_skeleton": f"former {person}", **dict.fromkeys(_PERSONAL)}
    return bool(await Person.filter(id=person, closed_at=None).update(**gone, closed_at=clock.now()))


async def remove_belongings(person: str, email: str | None) -> None:
    """Remove what hangs on a person and on their address: factors, photos, links, sign-ups, mails."""
    for model in _OF_A_PERSON:
        await model.filter(person_id=person).delete()
    await SignUp.filter(guest_id=person).delete()
    await VouchCode.filter(used_by_id=person).update(used_by_id=None)
    await Enrolment.filter(person_id=person).update(name=FORMER_MEMBER, email="", details={})
    await Session.filter(person_id=person).update(device="")
    if email:
        await SignUp.filter(email=email).delete()
        await OutboxMail.filter(recipient=email).delete()
