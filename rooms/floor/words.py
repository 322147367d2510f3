"""What the places of a floor are called, and what is said of who is there."""

from foundation.language import Lazy, _, lazy, ngettext
from rooms.floor.plan import Kind

TITLES: dict[Kind, Lazy] = {
    Kind.DESK: lazy("Front desk"),
    Kind.BOARD: lazy("Notice board"),
    Kind.SOFA: lazy("Sofa: the questions"),
    Kind.DOOR: lazy("Door"),
}
LABELS: dict[Kind, Lazy] = {
    Kind.DESK: lazy("Front desk"),
    Kind.BOARD: lazy("Notice board"),
    Kind.SOFA: lazy("Questions"),
    Kind.DOOR: lazy("Door"),
}
WALKS: dict[Kind, Lazy] = {
    Kind.DESK: lazy("Walk to the desk"),
    Kind.BOARD: lazy("Walk to the board"),
    Kind.SOFA: lazy("Walk to the sofa"),
    Kind.DOOR: lazy("Walk to the door"),
}
ARRIVED: dict[Kind, Lazy] = {
    Kind.DESK: lazy("You are at the front desk. You can ask for a word alone."),
    Kind.BOARD: lazy("You are at the notice board. It is open for you in the list."),
    Kind.SOFA: lazy("You are at the sofa. The questions are open for you in the list."),
    Kind.DOOR: lazy("You are at the door."),
}


def behind_desk(names: str, count: int) -> str:
    """`PC Ada Okafor is behind the desk.` `names`: of so many officers."""
    return ngettext("%(names)s is behind the desk.", "%(names)s are behind the desk.", count, names=names)


def who_is_at(kind: Kind, count: int) -> str:
    """`One neighbour is at the notice board.`; with `{n}` for a number that a script fills in."""
    if count == 0:
        return _("Nobody is there.")
    sentences = {
        Kind.DESK: ngettext("One neighbour is at the desk.", "{n} neighbours are at the desk.", count),
        Kind.BOARD: ngettext("One neighbour is at the notice board.", "{n} neighbours are at the notice board.", count),
        Kind.SOFA: ngettext("One neighbour is at the sofa.", "{n} neighbours are at the sofa.", count),
        Kind.DOOR: ngettext("One neighbour is at the door.", "{n} neighbours are at the door.", count),
    }
    return sentences[kind]
