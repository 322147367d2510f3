"""The live events of moderation: where each `socket.py` here registers its own."""

from foundation.live_events import Events

events = Events()
