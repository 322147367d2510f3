"""Why an administrator did something to somebody: kept in the audit."""

from foundation.errors import Invalid
from foundation.language import _
from foundation.text import clean_text

LONGEST = 500


def check_reason(reason: str) -> str:
    """The reason, cleaned; raises Invalid where there is none, or more than LONGEST characters."""
    why = clean_text(reason)
    if not why or len(why) > LONGEST:
        raise Invalid.at("reason", _("Give a reason, in at most %(most)s characters. It is kept.", most=LONGEST))
    return why
