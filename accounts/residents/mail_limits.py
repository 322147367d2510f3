"""How many mails anybody may have sent, and to whom: nobody is mailed to death, and no answer tells who is known."""

import hashlib

from aiohttp import web

from foundation.errors import TooFast
from foundation.keys import LIMITS
from foundation.language import _


async def check_may_mail(app: web.Application, email: str, address: str) -> None:
    """Count a mail to `email`, asked for from a network address; raises TooFast. Known and unknown count alike."""
    await app[LIMITS].check("letter_address", address)
    try:
        for limit in ("letter_to", "letter_to_by_day"):
            await app[LIMITS].check(limit, hashlib.blake2s(email.encode()).hexdigest())
    except TooFast as refusal:
        sentence = _("We have sent several emails to that address already. Look for them, in the spam folder too,"
                     " or try again later.")  # fmt: skip
        raise TooFast(sentence, retry_after=refusal.retry_after) from None
