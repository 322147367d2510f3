"""What a digest says: put together from its parts as it leaves."""

from typing import Final

from aiohttp import web

from accounts.reach import reach_of
from foundation import language
from foundation.language import _, ngettext
from foundation.mail.late import Late
from foundation.mail.letters import letter
from notices.digests import store
from notices.digests.pacing import Every, Pacing
from notices.digests.ports import DIGEST_PARTS, DigestPart
from notices.digests.service import who_gets_digests
from notices.kinds import NoticeKind
from notices.languages import language_of
from notices.preferences.links import path_of

NAME: Final = "digest"
"""What the keys of these mails begin with; the person's id follows."""


async def compose(app: web.Application, key: str) -> Late | None:
    """The digest of a mail's key, in the language of who gets it.

    None where nothing is left to be told, or they ended digests since it was made.
    """
    person = key.split(".")[1]
    reach = (await reach_of([person])).get(person)
    if reach is None or reach.email is None or person not in await who_gets_digests([person]):
        return None
    with language.speaking(await language_of(reach)):
        made = [await make(app, reach) for make in app[DIGEST_PARTS]]
        parts = [part for part in made if part is not None]
        if not parts:
            return None
        pace = Pacing.of((await store.paces_of([person])).get(person))
        mail = letter(reach.email, _subject(parts), *_paragraphs(parts, person, pace), name=reach.name)

    async def sent() -> None:
        for part in parts:
            await part.sent()

    return Late(mail.subject, mail.text, mail.recipient, sent)


def _subject(parts: list[DigestPart]) -> str:
    """No title in it: a telephone shows it to whoever looks at it."""
    things = sum(part.things for part in parts)
    return ngettext("One thing is new in what you follow", "%(n)s things are new in what you follow", things)


def _paragraphs(parts: list[DigestPart], person: str, pace: Pacing) -> list[str]:
    often = {
        Every.DAILY: _("You get this at most once a day. Choose how often and when it comes, or what you follow:"),
        Every.WEEKLY: _("You get this at most once a week. Choose how often and when it comes, or what you follow:"),
    }[pace.every if pace.every is not Every.NEVER else Every.DAILY]
    said = [paragraph for part in parts for paragraph in part.paragraphs]
    return [
        *said,
        f"{often}\n/notices/pace\n/following",
        f"{_('Stop this email (you do not need to sign in):')}\n{path_of(person, NoticeKind.DIGEST)}",
    ]
