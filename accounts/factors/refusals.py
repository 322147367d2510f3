"""What somebody is told who signed in with half of what it takes. Clients tell them apart by the problem's type."""

from foundation.errors import NotSignedIn


class CodeNeeded(NotSignedIn):
    """The password is right, and a code is wanted with it. `ticket` stands for the password in a page's second step."""

    kind = "code_needed"
    ticket = ""


class PasskeyNeeded(NotSignedIn):
    """The password is right, but its owner signs in with a passkey."""

    kind = "passkey_needed"


class FactorMissing(NotSignedIn):
    """The password is right, but staff have no second factor, and must set one up first."""

    kind = "factor_missing"
