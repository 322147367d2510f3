"""Settings: read once from the environment, checked, frozen. A bad value stops the start with one clear line."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from zoneinfo import ZoneInfo

from foundation.environment import BadSetting, Environment, Network, has_sound_port
from foundation.vapid import Vapid, is_contact, is_private, private_of

DEFAULT_DATABASE_URL = "sqlite://var/bluelamp.sqlite3"
_SHORTEST_SECRET = 32


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
        given = Environment(environment)
        default = "sqlite://var/demonstration.sqlite3" if demonstration else DEFAULT_DATABASE_URL
        return cls(
            database_url=_database_url(given.text("BLUELAMP_DATABASE_URL") or default),
            secret_key=_secret_key(given.text("BLUELAMP_SECRET_KEY"), demonstration),
            redis_url=given.address("BLUELAMP_REDIS_URL", "redis", "rediss", "unix"),
            public_url=(given.address("BLUELAMP_PUBLIC_URL", "http", "https") or "").rstrip("/") or None,
            smtp_url=given.mail_server("BLUELAMP_SMTP_URL"),
            mail_from=given.mailbox("BLUELAMP_MAIL_FROM"),
            audit_mail=given.mailboxes("BLUELAMP_AUDIT_MAIL"),
            folder=given.path("BLUELAMP_FOLDER") or Path("var"),
            time_zone=given.time_zone("BLUELAMP_TIME_ZONE", "Europe/London"),
            trusted_proxies=given.networks("BLUELAMP_TRUSTED_PROXIES"),
            metrics_token=given.text("BLUELAMP_METRICS_TOKEN") or None,
            vapid=_vapid(given, demonstration),
            push_origins=given.origins("BLUELAMP_PUSH_ORIGINS"),
            booth_days=given.days("BLUELAMP_BOOTH_DAYS", 31),
            quick_exit_url=given.address("BLUELAMP_QUICK_EXIT_URL", "http", "https") or "/weather",
            floor_plans=given.path("BLUELAMP_FLOOR_PLANS"),
            model=_model(given),
            model_folder=given.path("BLUELAMP_MODEL_FOLDER"),
            sealed_key=_sealed_key(given.text("BLUELAMP_SEALED_KEY"), demonstration),
            drills=given.switch("BLUELAMP_DRILLS"),
            rules=given.path("BLUELAMP_RULES"),
            limits=given.switch("BLUELAMP_LIMITS"),
            demonstration=demonstration,
        )

    @property
    def over_https(self) -> bool:
        """Whether people reach this server over https, which decides the cookie's name and flags."""
        return bool(self.public_url and self.public_url.startswith("https://"))


def _database_url(text: str) -> str:
    scheme, _, rest = text.partition("://")
    is_sound = scheme == "sqlite" or (scheme in {"postgres", "postgresql"} and has_sound_port(text))
    if not rest or not is_sound:
        raise BadSetting("BLUELAMP_DATABASE_URL must be sqlite://PATH or postgres://USER@HOST/NAME.")
    return text


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


def _vapid(given: Environment, demonstration: bool) -> Vapid | None:
    private = given.text("BLUELAMP_VAPID_PRIVATE_KEY")
    if not private:
        # As its secret key: nothing of the demonstration is to be kept, and one key lets its pushes be tried.
        return Vapid(private_of(1), "https://bluelamp.example") if demonstration else None
    contact = given.text("BLUELAMP_VAPID_CONTACT") or given.text("BLUELAMP_PUBLIC_URL")
    if not is_contact(contact):
        raise BadSetting("BLUELAMP_VAPID_CONTACT must be mailto:NAME@HOST or https://…: whom push services write to.")
    if not is_private(private):
        raise BadSetting("BLUELAMP_VAPID_PRIVATE_KEY is not one that `bluelamp vapid-keys` printed.")
    return Vapid(private, contact)


def _model(given: Environment) -> str:
    text = (given.text("BLUELAMP_MODEL") or "auto").lower()
    if text not in {"auto", "on", "off"}:
        raise BadSetting("BLUELAMP_MODEL must be on, off, or auto: on where it is installed.")
    return text
