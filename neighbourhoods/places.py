"""A neighbourhood as the rest of the product knows it, without its boundary."""

from dataclasses import dataclass

from foundation import language


@dataclass(frozen=True)
class Place:
    """A neighbourhood and its force. `name_cy` is empty where the force gave none."""

    id: str
    name: str
    name_cy: str
    force_id: str
    force_name: str

    @property
    def shown_name(self) -> str:
        """The name in the language of this request."""
        return (self.name_cy if language.current() == "cy" else "") or self.name


@dataclass(frozen=True)
class PlacePage:
    """Some places of a longer list; `next` is the cursor of what follows, or None at the end."""

    items: list[Place]
    next: str | None
