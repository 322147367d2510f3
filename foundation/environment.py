"""Reading the environment: each kind of value that a setting can have, checked, or refused by the variable's name."""

import ipaddress
from collections.abc import Mapping
from email.utils import parseaddr
from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

Network = ipaddress.IPv4Network | ipaddress.IPv6Network


class BadSetting(Exception):
    """A setting that can't be used; the message names it and says what it takes."""


class Environment:
    """The BLUELAMP_ variables. One that is not set is empty; every method raises BadSetting for what it can't read."""

    def __init__(self, variables: Mapping[str, str]) -> None:
        self._given = {name: value.strip() for name, value in variables.items() if name.startswith("BLUELAMP_")}

    def text(self, name: str) -> str:
        return self._given.get(name, "")

    def path(self, name: str) -> Path | None:
        return Path(self.text(name)) if self.text(name) else None

    def switch(self, name: str) -> bool:
        """On where it is not set."""
        text = self._given.get(name, "on").lower()
        if text not in {"on", "off"}:
            raise BadSetting(f"{name} must be on or off.")
        return text == "on"

    def days(self, name: str, default: int) -> int:
        text = self.text(name) or str(default)
        if not (text.isascii() and text.isdecimal() and 1 <= len(text) <= 4 and int(text) >= 1):
            raise BadSetting(f"{name} must be a number of days from 1 to 9999, not {text!r}.")
        return int(text)

    def time_zone(self, name: str, default: str) -> ZoneInfo:
        text = self.text(name) or default
        try:
            return ZoneInfo(text)
        except (KeyError, ValueError, OSError):
            raise BadSetting(f"{name} must be an IANA time zone such as Europe/London, not {text!r}.") from None

    def address(self, name: str, *schemes: str) -> str | None:
        text = self.text(name)
        if not text:
            return None
        parts = urlsplit(text)
        if parts.scheme not in schemes or not (parts.netloc or parts.path):
            raise BadSetting(f"{name} must be an address that begins with {' or '.join(s + '://' for s in schemes)}.")
        return text

    def mail_server(self, name: str) -> str | None:
        text = self.address(name, "smtp", "smtps", "smtp+starttls")
        if text and not (has_sound_port(text) and urlsplit(text).hostname):
            raise BadSetting(f"{name} must name a server: smtp://HOST:PORT or smtps://USER:PASSWORD@HOST.")
        return text

    def origins(self, name: str) -> tuple[str, ...]:
        origins = tuple(self._listed(name))
        for origin in origins:
            parts = urlsplit(origin)
            if parts.scheme not in ("http", "https") or not parts.netloc or parts.path or parts.query:
                raise BadSetting(f"{name} must be origins such as https://push.force.example:8443.")
        return origins

    def networks(self, name: str) -> tuple[Network, ...]:
        try:
            return tuple(ipaddress.ip_network(part, strict=False) for part in self._listed(name))
        except ValueError:
            raise BadSetting(f"{name} must be addresses or networks, such as 10.0.0.0/8.") from None

    def mailbox(self, name: str) -> str | None:
        """`name@example.org`, or with a name before it: `Bluelamp <name@example.org>`."""
        return _mailbox(name, self.text(name)) if self.text(name) else None

    def mailboxes(self, name: str) -> tuple[str, ...]:
        return tuple(_mailbox(name, part) for part in self._listed(name))

    def _listed(self, name: str) -> list[str]:
        """By commas or spaces."""
        return self.text(name).replace(",", " ").split()


def has_sound_port(address: str) -> bool:
    """Whether an address names no port, or one that can be."""
    try:
        return urlsplit(address).port != 0
    except ValueError:
        return False


def _mailbox(name: str, text: str) -> str:
    address = parseaddr(text)[1]
    if not (text.isprintable() and all(address.rpartition("@")[::2])):
        raise BadSetting(f"{name} must be an e-mail address such as bluelamp@example.org, not {text!r}.")
    return text
