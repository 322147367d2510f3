"""What clients send when they change their words."""

from typing import Annotated

import msgspec

from forums.posting.shapes import PictureIds, Words


class ChangedReply(msgspec.Struct):
    """Other words. `version` is that of the words that they take the place of: 409 with the `reply` that stands where
    it is another by now. `title`: of a topic, by its number 1. `pictures`: left out, they stay as they are.
    """

    body: Words
    version: int
    title: Annotated[str, msgspec.Meta(max_length=1000)] | None = None
    confirm: bool = False
    pictures: PictureIds | None = None
