"""The live events of moderation: where each `socket.py` here registers its own."""

from foundation.live import Events

events = Events()
