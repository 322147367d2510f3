"""The sentences an author reads when a text is not posted at once: what was found, and how to mend it."""

from foundation.language import _
from moderation.items.kinds import Kind
from moderation.screening_rules.hits import Hit

_SHOWN = 40
_MOST = 3


def reason_for(text: str, hits: tuple[Hit, ...], *, held: bool) -> str:
    """Plain sentences about the hits in this text, in the language of the request."""
    found = [hit for hit in hits if hit.kind is not Kind.EMERGENCY]
    sentences = list(dict.fromkeys(_about(hit, _quoted(text, hit)) for hit in found))
    return " ".join([*sentences[:_MOST], _what_next(found, held)])


def _about(hit: Hit, words: str) -> str:
    if hit.kind is Kind.ABUSE:
        return _("“%(words)s” can hurt people who read it.", words=words)
    return {
        "phone": _("“%(words)s” looks like a phone number.", words=words),
        "email": _("“%(words)s” looks like an e-mail address.", words=words),
        "address": _("“%(words)s” looks like a home address.", words=words),
        "plate": _("“%(words)s” looks like a vehicle’s registration.", words=words),
        "insurance": _("“%(words)s” looks like a National Insurance number.", words=words),
    }[hit.rule.partition(".")[0]]


def _what_next(found: list[Hit], held: bool) -> str:
    personal = any(hit.kind is Kind.PERSONAL_DATA for hit in found)
    if not held and personal:
        return _("Everybody can read this. Take it out, or send it again as it is and a moderator will check it first.")
    if not held:
        return _("Please put it another way, or send it again as it is.")
    return _("A moderator will read it before anybody else can. To post it sooner, change that part and send it again.")


def _quoted(text: str, hit: Hit) -> str:
    words = " ".join(text[hit.start : hit.end].split())
    return words if len(words) <= _SHOWN else words[: _SHOWN - 1] + "…"
