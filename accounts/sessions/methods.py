"""How a session began, in words."""

from foundation.language import _


def how_begun(method: str | None) -> str:
    """What a person calls the way in which they came: by `Session.method`; empty where it was not kept."""
    words = {
        "guest": _("You joined as a guest"),
        "link": _("You came by a link from us"),
        "password": _("You signed in with your password"),
        "code": _("You signed in with your password and a code"),
        "passkey": _("You signed in with a passkey"),
    }
    return words.get(method or "", "")
