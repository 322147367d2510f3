"""What Tortoise's own command needs to compare the models with the migrations; it opens no database."""

from foundation.database import configuration
from foundation.settings import Settings
from server.models import MODELS

TORTOISE = configuration(Settings(database_url="sqlite://var/never-opened.sqlite3", secret_key=""), MODELS)
