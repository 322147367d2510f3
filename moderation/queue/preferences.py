"""How somebody wants hard things shown: kept by their browser."""

from dataclasses import dataclass
from typing import Final

COOKIE: Final = "bluelamp_calm"
_BLUR, _GREY = "blur", "grey"


@dataclass(frozen=True, slots=True)
class Calm:
    """Pictures are blurred until they are pointed at; everything is grey."""

    blur: bool = True
    grey: bool = False

    @property
    def kept(self) -> str:
        """As the cookie has it."""
        return ".".join(name for name, on in ((_BLUR, self.blur), (_GREY, self.grey)) if on) or "none"


def read_calm(cookie: str | None) -> Calm:
    """Blurred and in colour, until somebody chooses."""
    return Calm() if cookie is None else Calm(_BLUR in cookie.split("."), _GREY in cookie.split("."))
