"""Every module that holds tables, for Tortoise and its migrations."""

MODELS = (
    "foundation.models",
    "neighbourhoods.models",
    "accounts.models",
    "moderation.models",
    "rooms.models",
)
