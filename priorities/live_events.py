"""The live events of priorities: each file that listens registers here."""

from foundation.live_events import Events

events = Events()
