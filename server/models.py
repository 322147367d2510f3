"""Every module that holds tables, for Tortoise and its migrations."""

MODELS = (
    "foundation.models",
    "neighbourhoods.models",
    "accounts.models",
    "accounts.avatars.models",
    "accounts.duty.models",
    "accounts.factors.models",
    "accounts.leaving.models",
    "accounts.residents.models",
    "accounts.staffing.models",
    "accounts.vouching.models",
    "moderation.models",
    "rooms.models",
)
