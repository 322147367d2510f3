"""What a page's script asks for before it asks the device for a passkey."""

from typing import Any, Literal

import msgspec

from accounts.factors import link_service, methods_service, passkey_service
from accounts.factors.party import party_of
from accounts.sessions.browsers import whence
from foundation.api import Api, Call
from foundation.permissions import Permission
from foundation.routes import check_could

api = Api()


class PasskeyQuestion(msgspec.Struct):
    """What the passkey is for: to sign in, to prove who is signed in, or a new one, by a one-time link too."""

    purpose: Literal["sign_in", "prove", "add"]
    link: str | None = None


class PasskeyOptions(msgspec.Struct):
    """The `publicKey` of `navigator.credentials.get` or `.create`, with base64url for bytes (WebAuthn Level 3)."""

    public_key: dict[str, Any]


@api.post("/passkeys/options", permission=Permission.SESSION_START, body=PasskeyQuestion, answer=PasskeyOptions,
          summary="What to ask a device for a passkey with")  # fmt: skip
async def give_options(call: Call[PasskeyQuestion, None]) -> dict[str, Any]:
    """Good for five minutes, once, in the browser that asks: the answer is posted by a page's form."""
    app, party, address = call.request.app, party_of(call.request), whence(call.request)[0]
    if call.body.purpose == "sign_in":
        return {"public_key": await passkey_service.options_for_sign_in(app, call.viewer, party, address)}
    if call.body.purpose == "prove":
        check_could(call.viewer, Permission.SESSION_PROVE)
        return {"public_key": await passkey_service.options_to_prove(app, call.viewer, party, address)}
    if call.body.link is not None:
        return {"public_key": await link_service.passkey_options(app, call.viewer, party, call.body.link, address)}
    check_could(call.viewer, Permission.FACTOR_CHANGE)
    return {"public_key": await methods_service.passkey_options(call.viewer, party)}
