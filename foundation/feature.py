"""A feature: what one package brings into the application."""

from dataclasses import dataclass, field
from types import ModuleType

from foundation.api import Api
from foundation.live_events import Events
from foundation.redis_away import NewLooker
from foundation.routes import Routes
from foundation.scheduler import Job


@dataclass(frozen=True)
class Feature:
    """Its pages, JSON calls, live events and timed work. The roof gathers those of all features."""

    pages: tuple[Routes, ...] = ()
    """Of two routes that fit one path, the one named first answers."""
    apis: tuple[Api, ...] = ()
    events: Events = field(default_factory=Events)
    sockets: tuple[ModuleType, ...] = ()
    """The files that register with `events` as they are imported: one that nobody names here, nobody hears."""
    jobs: tuple[Job, ...] = ()
    lookers: tuple[NewLooker, ...] = ()
    """What its screens show, and may change without their hearing of it while Redis is away."""
