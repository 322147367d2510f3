"""Settings: read once from the environment, checked, frozen. A bad value stops the start with one clear line."""

import ipaddress
from collections.abc import Mapping
from dataclasses import dataclass, field
from email.utils import parseaddr
from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from foundation.vapid import Vapid, is_contact, private_of

Network = ipaddress.IPv4Network | ipaddress.IPv6Network

DEFAULT_DATABASE_URL = "sqlite://var/bluelamp.sqlite3"
_SHORTEST_SECRET = 32


class BadSetting(Exception):
    """A setting that can't be used; the message names it and says what it takes."""


@dataclass(frozen=True)
class Settings:
    """Everything the environment decides. `public_url` has no slash at its end.

    `folder` is where the server keeps files of its own: mail that is not sent, and the audit's heads. Without `vapid`
    nothing is pushed; `push_origins` are push services of the force's own, which may stand in its own network. `model`
    is `auto` (a model listens where it is installed), on or off, and `model_folder` where its weights are if not in
    their package. `booth_days` is how long the words of a private conversation are kept after its end, and
    `quick_exit_url` where who leaves one in a hurry is taken: an address, or a path of ours. `floor_plans` is a folder
    of a force's own plans. `sealed_key` is what the terms of sealed cases are hashed with: without it none can be
    sealed. `drills`: whether moderators are tried by a made-up emergency each week. `rules` is a file of
    a force's own rules of screening.
    """

    database_url: str
    secret_key: str
    redis_url: str | None = None
    public_url: str | None = None
    smtp_url: str | None = None
    mail_from: str | None = None
    audit_mail: tuple[str, ...] = ()
    folder: Path = Path("var")
    time_zone: ZoneInfo = field(default_factory=lambda: ZoneInfo("Europe/London"))
    trusted_proxies: tuple[Network, ...] = ()
    metrics_token: str | None = None
    vapid: Vapid | None = None
    push_origins: tuple[str, ...] = ()
    booth_days: int = 31
    quick_exit_url: str = "/weather"
    floor_plans: Path | None = None
    sealed_key: str | None = field(default=None, repr=False)
    model: str = "auto"
    model_folder: Path | None = None
    drills: bool = False
    rules: Path | None = None
    limits: bool = True
    demonstration: bool = False

    @classmethod
    def from_environment(cls, environment: Mapping[str, str], *, demonstration: bool = False) -> "Settings":
        """Read and check every BLUELAMP_ variable; raises BadSetting on the first that can't be used."""
        given = {name: value.strip() for name, value in environment.items() if name.startswith("BLUELAMP_")}
        default = "sqlite://var/demonstration.sqlite3" if demonstration else DEFAULT_DATABASE_URL
        return cls(
            database_url=_database_url(given.get("BLUELAMP_DATABASE_URL") or default),
            secret_key=_secret_key(given.get("BLUELAMP_SECRET_KEY", ""), demonstration),
            redis_url=_address(given, "BLUELAMP_REDIS_URL", ("redis", "rediss", "unix")),
            public_url=(_address(given, "BLUELAMP_PUBLIC_URL", ("http", "https")) or "").rstrip("/") or None,
            smtp_url=_smtp_url(given),
            mail_from=_mailbox("BLUELAMP_MAIL_FROM", given.get("BLUELAMP_MAIL_FROM", "")) or None,
            audit_mail=_mailboxes("BLUELAMP_AUDIT_MAIL", given.get("BLUELAMP_AUDIT_MAIL", "")),
            folder=Path(given.get("BLUELAMP_FOLDER") or "var"),
            time_zone=_time_zone(given.get("BLUELAMP_TIME_ZONE") or "Europe/London"),
            trusted_proxies=_networks(given.get("BLUELAMP_TRUSTED_PROXIES", "")),
            metrics_token=given.get("BLUELAMP_METRICS_TOKEN") or None,
            vapid=_vapid(given, demonstration),
            push_origins=_origins(given),
            booth_days=_days(given, "BLUELAMP_BOOTH_DAYS", 31),
            quick_exit_url=_address(given, "BLUELAMP_QUICK_EXIT_URL", ("http", "https")) or "/weather",
            floor_plans=Path(given["BLUELAMP_FLOOR_PLANS"]) if given.get("BLUELAMP_FLOOR_PLANS") else None,
            model=_model(given),
            model_folder=Path(given["BLUELAMP_MODEL_FOLDER"]) if given.get("BLUELAMP_MODEL_FOLDER") else None,
            sealed_key=_sealed_key(given.get("BLUELAMP_SEALED_KEY", ""), demonstration),
            drills=_switch(given, "BLUELAMP_DRILLS"),
            rules=Path(given["BLUELAMP_RULES"]) if given.get("BLUELAMP_RULES") else None,
            limits=_switch(given, "BLUELAMP_LIMITS"),
            demonstration=demonstration,
        )

    @property
    def over_https(self) -> bool:
        """Whether people reach this server over https, which decides the cookie's name and flags."""
        return bool(self.public_url and self.public_url.startswith("https://"))


def _database_url(text: str) -> str:
    scheme, _, rest = text.partition("://")
    if scheme not in {"sqlite", "postgres", "postgresql"} or not rest or not _has_sound_port(text):
        raise BadSetting("BLUELAMP_DATABASE_URL must be sqlite://PATH or postgres://USER@HOST/NAME.")
    return text


def _has_sound_port(address: str) -> bool:
    try:
        return address.startswith("sqlite:") or urlsplit(address).port != 0
    except ValueError:
        return False


def _secret_key(text: str, demonstration: bool) -> str:
    if demonstration and not text:
        # The demonstration binds to loopback only and its passwords are public: there is nothing to keep.
        return "bluelamp-demonstration-has-no-secrets"
    if len(text) < _SHORTEST_SECRET:
        raise BadSetting(
            f"BLUELAMP_SECRET_KEY must be set, with at least {_SHORTEST_SECRET} random characters"
            " (python3 -c 'import secrets; print(secrets.token_urlsafe(48))' makes one)."
        )
    return text


def _sealed_key(text: str, demonstration: bool) -> str | None:
    if not text:
        # As its secret key: nobody's case is sealed in the demonstration, and so it can be tried.
        return "bluelamp-demonstration-seals-nothing" if demonstration else None
    if len(text.encode()) < _SHORTEST_SECRET:
        raise BadSetting(
            f"BLUELAMP_SEALED_KEY must have at least {_SHORTEST_SECRET} random bytes"
            " (python3 -c 'import secrets; print(secrets.token_urlsafe(48))' makes one)."
        )
    return text


def _address(given: Mapping[str, str], name: str, schemes: tuple[str, ...]) -> str | None:
    text = given.get(name)
    if not text:
        return None
    parts = urlsplit(text)
    if parts.scheme not in schemes or not (parts.netloc or parts.path):
        raise BadSetting(f"{name} must be an address that begins with {' or '.join(s + '://' for s in schemes)}.")
    return text


def _smtp_url(given: Mapping[str, str]) -> str | None:
    text = _address(given, "BLUELAMP_SMTP_URL", ("smtp", "smtps", "smtp+starttls"))
    if text and not (_has_sound_port(text) and urlsplit(text).hostname):
        raise BadSetting("BLUELAMP_SMTP_URL must name a server: smtp://HOST:PORT or smtps://USER:PASSWORD@HOST.")
    return text


def _mailboxes(name: str, text: str) -> tuple[str, ...]:
    return tuple(_mailbox(name, part) for part in text.replace(",", " ").split())


def _mailbox(name: str, text: str) -> str:
    """`name@example.org`, or with a name before it: `Bluelamp <name@example.org>`; empty stays empty."""
    address = parseaddr(text)[1]
    if text and not (text.isprintable() and all(address.rpartition("@")[::2])):
        raise BadSetting(f"{name} must be an e-mail address such as bluelamp@example.org, not {text!r}.")
    return text


def _time_zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        raise BadSetting(f"BLUELAMP_TIME_ZONE must be an IANA time zone such as Europe/London, not {name!r}.") from None


def _days(given: Mapping[str, str], name: str, default: int) -> int:
    text = given.get(name) or str(default)
    if not (text.isascii() and text.isdecimal() and 1 <= len(text) <= 4 and int(text) >= 1):
        raise BadSetting(f"{name} must be a number of days from 1 to 9999, not {text!r}.")
    return int(text)


def _networks(text: str) -> tuple[Network, ...]:
    try:
        return tuple(ipaddress.ip_network(part, strict=False) for part in text.replace(",", " ").split())
    except ValueError:
        raise BadSetting("BLUELAMP_TRUSTED_PROXIES must be addresses or networks, such as 10.0.0.0/8.") from None


def _vapid(given: Mapping[str, str], demonstration: bool) -> Vapid | None:
    private = given.get("BLUELAMP_VAPID_PRIVATE_KEY")
    if not private:
        # As its secret key: nothing of the demonstration is to be kept, and one key lets its pushes be tried.
        return Vapid(private_of(1), "https://bluelamp.example") if demonstration else None
    contact = given.get("BLUELAMP_VAPID_CONTACT") or given.get("BLUELAMP_PUBLIC_URL", "")
    if not is_contact(contact):
        raise BadSetting("BLUELAMP_VAPID_CONTACT must be mailto:NAME@HOST or https://…: whom push services write to.")
    vapid = Vapid(private, contact)
    try:
        vapid.key  # noqa: B018
    except ValueError:
        raise BadSetting("BLUELAMP_VAPID_PRIVATE_KEY is not one that `bluelamp vapid-keys` printed.") from None
    return vapid


def _origins(given: Mapping[str, str]) -> tuple[str, ...]:
    origins = tuple(given.get("BLUELAMP_PUSH_ORIGINS", "").replace(",", " ").split())
    for origin in origins:
        parts = urlsplit(origin)
        if parts.scheme not in ("http", "https") or not parts.netloc or parts.path or parts.query:
            raise BadSetting("BLUELAMP_PUSH_ORIGINS must be origins such as https://push.force.example:8443.")
    return origins


def _model(given: Mapping[str, str]) -> str:
    text = (given.get("BLUELAMP_MODEL") or "auto").lower()
    if text not in {"auto", "on", "off"}:
        raise BadSetting("BLUELAMP_MODEL must be on, off, or auto: on where it is installed.")
    return text


def _switch(given: Mapping[str, str], name: str) -> bool:
    text = given.get(name, "on").lower()
    if text not in {"on", "off"}:
        raise BadSetting(f"{name} must be on or off.")
    return text == "on"
