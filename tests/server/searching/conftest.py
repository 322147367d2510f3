"""Searching in a forum in which the cast talk."""

from tests.forums.conftest import talk as talk
