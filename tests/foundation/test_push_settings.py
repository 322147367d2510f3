"""The settings of web push: read once, and refused in one line that says what to do."""

import pytest

from foundation.environment import BadSetting
from foundation.settings import Settings
from foundation.vapid import new_private

NEEDED = {"BLUELAMP_SECRET_KEY": "s" * 40}
CONTACT = {"BLUELAMP_VAPID_CONTACT": "mailto:it@force.example"}


def _read(**given: str) -> Settings:
    return Settings.from_environment(NEEDED | given)


def test_without_keys_nothing_is_pushed():
    assert _read().vapid is None


def test_a_key_of_the_command_is_taken_with_whom_to_write_to():
    vapid = _read(BLUELAMP_VAPID_PRIVATE_KEY=new_private(), **CONTACT).vapid
    assert vapid is not None
    assert (len(vapid.public), vapid.contact) == (87, "mailto:it@force.example")


def test_the_public_address_is_whom_to_write_to_where_nothing_else_is_said():
    vapid = _read(BLUELAMP_VAPID_PRIVATE_KEY=new_private(), BLUELAMP_PUBLIC_URL="https://b.example").vapid
    assert vapid is not None
    assert vapid.contact == "https://b.example"


_TOO_LONG = pytest.param(new_private() + "AA", id="too long")


@pytest.mark.parametrize("key", ["abc", "A" * 43, "ŵ" * 43, "_" * 43, _TOO_LONG, "not base64!"])
def test_a_key_that_is_none_stops_the_start(key: str):
    with pytest.raises(BadSetting, match="BLUELAMP_VAPID_PRIVATE_KEY is not one that `bluelamp vapid-keys` printed"):
        _read(BLUELAMP_VAPID_PRIVATE_KEY=key, **CONTACT)


@pytest.mark.parametrize("contact", ["", "it@force.example", "mailto:it", "http://b.example", "https://"])
def test_a_key_without_whom_to_write_to_stops_the_start(contact: str):
    with pytest.raises(BadSetting, match="BLUELAMP_VAPID_CONTACT must be"):
        _read(BLUELAMP_VAPID_PRIVATE_KEY=new_private(), BLUELAMP_VAPID_CONTACT=contact)


@pytest.mark.parametrize("origins", ["push.example", "https://push.example/path", "ftp://push.example"])
def test_what_is_no_origin_stops_the_start(origins: str):
    with pytest.raises(BadSetting, match="BLUELAMP_PUSH_ORIGINS must be origins"):
        _read(BLUELAMP_PUSH_ORIGINS=origins)
