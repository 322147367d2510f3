"""The two ceremonies of WebAuthn: what a browser is asked, and whether what it answers is true."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
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
from foundation.errors import Malformed, NotSignedIn, Refusal
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
    with _foreign(_unreadable):
        return parse_registration_credential_json(answer[:LONGEST])


def read_assertion(answer: str) -> AuthenticationCredential:
    """Raises Malformed."""
    with _foreign(_unreadable):
        return parse_authentication_credential_json(answer[:LONGEST])


def challenge_in(credential: RegistrationCredential | AuthenticationCredential) -> bytes:
    """The challenge that an answer says it is to; raises Malformed."""
    with _foreign(_unreadable):
        return parse_client_data_json(credential.response.client_data_json).challenge


def verified_registration(party: Party, challenge: bytes, credential: RegistrationCredential) -> Registered:
    """Raises NotSignedIn where the answer is not true for this site and challenge, or nobody was verified."""
    with _foreign(untrue):
        made = verify_registration_response(
            credential=credential,
            expected_challenge=challenge,
            expected_rp_id=party.id,
            expected_origin=party.origin,
            require_user_verification=True,
        )
    transports = [str(way.value) for way in credential.response.transports or []]
    key = bytes_to_base64url(made.credential_public_key)
    return Registered(bytes_to_base64url(made.credential_id), key, made.sign_count, transports)


def verified_count(party: Party, challenge: bytes, credential: AuthenticationCredential, public_key: str) -> int:
    """The authenticator's counter, once the signature holds; raises NotSignedIn as above.

    The library compares counters before it looks at the signature: by that, a forged answer with a low counter would
    take somebody's passkey away. So it is told of none, and who calls compares.
    """
    with _foreign(untrue):
        proved = verify_authentication_response(
            credential=credential,
            expected_challenge=challenge,
            expected_rp_id=party.id,
            expected_origin=party.origin,
            credential_public_key=base64url_to_bytes(public_key),
            credential_current_sign_count=0,
            require_user_verification=True,
        )
    return proved.new_sign_count


@contextmanager
def _foreign(refusal: Callable[[], Refusal]) -> Iterator[None]:
    """Inside the block a library reads what a stranger sent: whatever it stumbles over, that is no answer."""
    try:
        yield
    except Exception:  # it raises its own errors, and those of whatever it calls: CBOR, ASN.1, keys, indexes
        raise refusal() from None


def untrue() -> NotSignedIn:
    return NotSignedIn(_("That passkey could not be checked for this site. Reload the page and try again."))


def _unreadable() -> Malformed:
    return Malformed(_("The passkey’s answer could not be read. Reload the page and try again."))


def _described(kept: list[str]) -> list[PublicKeyCredentialDescriptor]:
    return [PublicKeyCredentialDescriptor(id=base64url_to_bytes(credential)) for credential in kept]
