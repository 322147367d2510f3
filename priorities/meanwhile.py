"""The refusal of an act about something that is another by now."""

from foundation.errors import Conflict
from foundation.language import _


def changed_meanwhile() -> Conflict:
    """What was read is not what stands there now: whoever acts looks again first."""
    return Conflict(_("This has changed since you read it. Look again."))
