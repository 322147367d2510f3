"""Letters: in the language of whoever gets them, whoever acts."""

import pytest

from foundation import language
from foundation.language import _
from foundation.mail.letters import add_letter, speaking_to
from foundation.models import OutboxMail

pytestmark = pytest.mark.usefixtures("database")


async def test_rosa_reads_welsh_though_ada_who_acted_reads_english() -> None:
    with language.speaking("en"), speaking_to("cy"):
        await add_letter("rosa@example.org", "Bluelamp", "https://bluelamp.example", name="Rosa")
    [mail] = await OutboxMail.all()
    with language.speaking("cy"):
        assert mail.text == f"{_('Hello %(name)s,', name='Rosa')}\n\nhttps://bluelamp.example\n\nBluelamp\n"
        assert not mail.text.startswith("Hello"), "must be translated for this to mean anything"


async def test_somebody_of_unknown_language_is_written_to_as_the_page_spoke() -> None:
    with language.speaking("cy"), speaking_to(None):
        assert language.current() == "cy"
