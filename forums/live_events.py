"""The live events of forums: each file that listens registers here."""

from foundation.live_events import Events

events = Events()
