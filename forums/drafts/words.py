"""What a draft holds. Nothing of it is refused for being too long to post: it is not posted yet."""

from dataclasses import dataclass
from typing import Final

LONGEST: Final = 20_000
"""Characters of a body that are kept."""
_TITLE, _SECTION, _ID = 200, 40, 16


@dataclass(frozen=True)
class Words:
    """As they were typed."""

    body: str
    title: str = ""
    section: str = ""
    reply_to: str = ""

    @property
    def columns(self) -> dict[str, str]:
        """As the table takes them: cut to their length, and without the one character that no database keeps."""
        lengths = {"title": _TITLE, "body": LONGEST, "section": _SECTION, "reply_to": _ID}
        return {name: str(getattr(self, name)).replace("\x00", "")[:most] for name, most in lengths.items()}

    @property
    def empty(self) -> bool:
        return not (self.body.strip() or self.title.strip())
