"""How other sites describe a topic that somebody hands on."""

from typing import Any, Final

from accounts.addressing import ranked_name
from forums.quoted_words import within_quotes
from foundation.language import _
from foundation.text import plain_words

JSON = dict[str, Any]
_EXCERPT: Final = 200
"""Characters of the topic's text."""


def described(author: JSON, html: str | None) -> str:
    """The beginning of a topic's text; empty where it is not shown.

    Whose words they are is said with them: beside our name alone they could be taken for those of the police.
    """
    if not html:
        return ""
    words = within_quotes(plain_words(html)[:_EXCERPT])
    return _("%(name)s wrote: “%(words)s”", name=ranked_name(author), words=words)
