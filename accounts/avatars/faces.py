"""The faces that are drawn, each with what it shows in words. The art is made by frontend/avatars/draw.mjs."""

from typing import Final

from foundation.language import Lazy, lazy

PEOPLE: Final[dict[str, Lazy]] = {
    "peep-afro": lazy("Face with a round afro"),
    "peep-bangs": lazy("Face with auburn hair and a fringe"),
    "peep-bob": lazy("Face with a straight black bob and glasses"),
    "peep-band": lazy("Face with a headband and hair up"),
    "peep-knots": lazy("Face with hair in small knots"),
    "peep-buns": lazy("Face with hair in many buns"),
    "peep-braids": lazy("Face with braids tied back"),
    "peep-locks": lazy("Face with dreadlocks and a beard"),
    "peep-flat": lazy("Face with a flat top"),
    "peep-grey-bun": lazy("Face with white hair in a bun and glasses"),
    "peep-grey-wave": lazy("Face with wavy white hair"),
    "peep-grey-short": lazy("Face with short white hair"),
    "peep-hijab": lazy("Face with a hijab"),
    "peep-hijab-glasses": lazy("Face with a hijab and glasses"),
    "peep-long": lazy("Face with long dark hair"),
    "peep-curls": lazy("Face with big curls and glasses"),
    "peep-wavy": lazy("Face with wavy red hair"),
    "peep-straight": lazy("Face with straight black hair"),
    "peep-bald": lazy("Bald face with a beard"),
    "peep-bald-glasses": lazy("Face with little white hair and glasses"),
    "peep-quiff": lazy("Face with a quiff and a moustache"),
    "peep-beard": lazy("Face with fair hair and a beard"),
    "peep-short": lazy("Face with short black hair"),
    "peep-crop": lazy("Face with cropped hair and glasses"),
    "peep-mohawk": lazy("Face with a pink mohawk"),
    "peep-tousled": lazy("Face with tousled black hair"),
    "peep-turban": lazy("Face with a turban and a beard"),
    "peep-twists": lazy("Face with twisted hair and glasses"),
}
PLANTS: Final[dict[str, Lazy]] = {
    "plant-sprout": lazy("A sprout in a smiling pot"),
    "plant-leaf": lazy("A single leaf in a happy pot"),
    "plant-cactus": lazy("A cactus in a smiling pot"),
    "plant-bloom": lazy("A flowering cactus in a smiling pot"),
    "plant-succulent": lazy("A succulent in a dozing pot"),
    "plant-bush": lazy("A bush with fruit in a grinning pot"),
    "plant-vine": lazy("A tall plant in a smiling pot"),
    "plant-daisy": lazy("A yellow flower in a happy pot"),
    "plant-tulip": lazy("A tulip in a smiling pot"),
    "plant-palm": lazy("A palm in a winking pot"),
    "plant-grass": lazy("Grass in a smiling pot"),
    "plant-buds": lazy("Two buds in a smiling pot"),
}
OFFICERS: Final[dict[str, Lazy]] = {
    "officer-plain": lazy("Figure without a face"),
    "officer-bun": lazy("Face with brown hair in a bun"),
    "officer-short": lazy("Face with short dark hair"),
    "officer-beard": lazy("Face with a short beard"),
    "officer-fade": lazy("Face with a close crop"),
    "officer-twists": lazy("Face with twisted hair and round glasses"),
    "officer-bob": lazy("Face with a black bob"),
    "officer-knot": lazy("Face with black hair tied at the neck"),
    "officer-grey": lazy("Face with short grey hair"),
    "officer-glasses": lazy("Face with dark hair and glasses"),
    "officer-hijab": lazy("Face with a dark hijab"),
    "officer-turban": lazy("Face with a dark turban and a beard"),
}
NOBODY: Final = "nobody"
"""Of somebody who has left; nobody's to choose."""

ALL: Final[dict[str, Lazy]] = {**PEOPLE, **PLANTS, **OFFICERS, NOBODY: lazy("Somebody who has left")}
