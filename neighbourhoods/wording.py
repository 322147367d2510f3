"""A boundary in words, for whoever can't see the drawing."""

from collections.abc import Sequence

from babel.numbers import format_decimal

from foundation import language
from foundation.language import _, ngettext
from neighbourhoods.outline import Outline
from neighbourhoods.places import Place

_LOCALES = {"en": "en_GB", "cy": "cy_GB"}


def describe_outline(place: Place, outline: Outline, beside: Sequence[Place]) -> str:
    """The boundary's size, middle, parts and neighbours as sentences in the reader's language."""
    sentences = [
        _(
            "The boundary of %(name)s is about %(width)s km from west to east and %(height)s km from north to south.",
            name=place.shown_name,
            width=_km(outline.width_km),
            height=_km(outline.height_km),
        ),
        _(
            "Its centre is near latitude %(latitude)s, longitude %(longitude)s.",
            latitude=f"{outline.latitude:.3f}",
            longitude=f"{outline.longitude:.3f}",
        ),
    ]
    if outline.parts > 1:
        sentences.append(ngettext("It has %(n)s part.", "It has %(n)s separate parts.", outline.parts))
    if beside:
        names = sorted(neighbour.shown_name for neighbour in beside)
        sentences.append(_("It borders %(names)s.", names=", ".join(names)))
    return " ".join(sentences)


def _km(distance: float) -> str:
    return format_decimal(round(distance, 0 if distance >= 10 else 1), locale=_LOCALES[language.current()])
