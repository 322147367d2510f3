"""E-mail addresses: one spelling each."""

import re
import unicodedata

from foundation.errors import Invalid
from foundation.language import _

_LONGEST = 254
_PLAUSIBLE = re.compile(r"[^\s@,;:<>()\[\]\\\"]{1,64}@(?:[^\W_][\w-]*\.)+[^\W\d_][\w-]*[^\W_]")


def plain_email(text: str) -> str | None:
    """The address trimmed and in lower case, or None where it can't be one."""
    address = unicodedata.normalize("NFC", text).strip().lower()
    # RFC 2047: in a mail's header it would be read as another address, which has had its share of mails already.
    is_encoded = "=?" in address
    plausible = len(address) <= _LONGEST and address.isprintable() and _PLAUSIBLE.fullmatch(address)
    return address if plausible and not is_encoded else None


def check_email(text: str) -> str:
    """The address trimmed and in lower case; raises Invalid."""
    address = plain_email(text)
    if address is None:
        raise Invalid.at("email", _("Enter an e-mail address like name@example.org."))
    return address
