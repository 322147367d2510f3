"""The two ceremonies of WebAuthn: what a browser is asked, and whether what it answers is true."""

from dataclasses import dataclass
from typing import Any

from webauthn import (
    generate_authentication_options,
    generate_registration_options,
    verify_authentication_response,
    verify_registration_response,
)
from webauthn.helpers import (
    base64url_to_bytes,
    bytes_to_base64url,
    options_to_json_dict,
    parse_authentication_credential_json,
    parse_client_data_json,
    parse_registration_credential_json,
)
from webauthn.helpers.structs import (
    AuthenticationCredential,
    AuthenticatorSelectionCriteria,
    PublicKeyCredentialDescriptor,
    RegistrationCredential,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from accounts.factors.party import Party
from foundation.errors import Malformed, NotSignedIn
from foundation.language import _

LONGEST = 20_000
"""Characters of an answer that are looked at; a long one has some three thousand."""
_PATIENCE = 5 * 60 * 1000


@dataclass(frozen=True)
class Registered:
    """A passkey that was just made, as `Passkey` keeps it."""

    credential_id: str
    public_key: str
    sign_count: int
    transports: list[str]


def options_to_register(party: Party, challenge: bytes, person: dict[str, Any], kept: list[str]) -> dict[str, Any]:
    """What `navigator.credentials.create` takes; `kept` are the credentials that the person has already."""
    options = generate_registration_options(
        rp_id=party.id,
        rp_name="Bluelamp",
        user_id=person["id"].encode(),
        user_name=person["email"],
        user_display_name=person["name"],
        challenge=challenge,
        timeout=_PATIENCE,
        authenticator_selection=AuthenticatorSelectionCriteria(
            resident_key=ResidentKeyRequirement.REQUIRED, user_verification=UserVerificationRequirement.REQUIRED
        ),
        exclude_credentials=_described(kept),
    )
    return options_to_json_dict(options)


def options_to_prove(party: Party, challenge: bytes, kept: list[str]) -> dict[str, Any]:
    """What `navigator.credentials.get` takes; with no `kept` the person chooses among what the device has."""
    options = generate_authentication_options(
        rp_id=party.id,
        challenge=challenge,
        timeout=_PATIENCE,
        allow_credentials=_described(kept),
        user_verification=UserVerificationRequirement.REQUIRED,
    )
    return options_to_json_dict(options)


def read_registration(answer: str) -> RegistrationCredential:
    """Raises Malformed."""
    try:
        return parse_registration_credential_json(answer[:LONGEST])
    except Exception:  # foreign bytes, read by a library: whatever it stumbles over, they are not an answer
        raise _unreadable() from None


def read_assertion(answer: str) -> AuthenticationCredential:
    """Raises Malformed."""
    try:
        return parse_authentication_credential_json(answer[:LONGEST])
    except Exception:  # as above
        raise _unreadable() from None


def challenge_in(credential: RegistrationCredential | AuthenticationCredential) -> bytes:
    """The challenge that an answer says it is to; raises Malformed."""
    try:
        return parse_client_data_json(credential.response.client_data_json).challenge
    except Exception:  # as above
        raise _unreadable() from None


def verified_registration(party: Party, challenge: bytes, credential: RegistrationCredential) -> Registered:
    """Raises NotSignedIn where the answer is not true for this site and challenge, or nobody was verified."""
    try:
        made = verify_registration_response(
            credential=credential,
            expected_challenge=challenge,
            expected_rp_id=party.id,
            expected_origin=party.origin,
            require_user_verification=True,
        )
    except Exception:  # as above
        raise untrue() from None
    transports = [str(way.value) for way in credential.response.transports or []]
    key = bytes_to_base64url(made.credential_public_key)
    return Registered(bytes_to_base64url(made.credential_id), key, made.sign_count, transports)


def verified_count(party: Party, challenge: bytes, credential: AuthenticationCredential, public_key: str) -> int:
    """The authenticator's counter, once the signature holds; raises NotSignedIn as above.

    The library compares counters before it looks at the signature: by that, a forged answer with a low counter would
    take somebody's passkey away. So it is told of none, and who calls compares.
    """
    try:
        proved = verify_authentication_response(
            credential=credential,
            expected_challenge=challenge,
            expected_rp_id=party.id,
            expected_origin=party.origin,
            credential_public_key=base64url_to_bytes(public_key),
            credential_current_sign_count=0,
            require_user_verification=True,
        )
    except Exception:  # as above
        raise untrue() from None
    return proved.new_sign_count


def untrue() -> NotSignedIn:
    return NotSignedIn(_("That passkey could not be checked for this site. Reload the page and try again."))


def _unreadable() -> Malformed:
    return Malformed(_("The passkey’s answer could not be read. Reload the page and try again."))


def _described(kept: list[str]) -> list[PublicKeyCredentialDescriptor]:
    return [PublicKeyCredentialDescriptor(id=base64url_to_bytes(credential)) for credential in kept]
