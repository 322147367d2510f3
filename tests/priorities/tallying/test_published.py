"""Two published examples, worked by hand in the comments, and the one that the method is there for.

Both are of Lackner and Skowron, “Multi-Winner Voting with Approval Preferences” (https://arxiv.org/abs/2007.01795): the
election of twelve voters that goes through their whole text, and the one of eight that shows the filling of places.
"""

from fractions import Fraction

from priorities.tally import count
from priorities.tallying.crowds import Crowds
from priorities.tallying.equal_shares import _buy_one
from priorities.tallying.phragmen import _load
from tests.priorities.tallying.elections import approvals, elected

TWELVE = {"ab": 3, "ac": 3, "ad": 2, "bcf": 1, "e": 1, "f": 1, "g": 1}
EIGHT = {"cd": 3, "ab": 2, "ac": 2, "bd": 1}


def test_twelve_voters_elect_four() -> None:
    """Each has 4/12 = 1/3. Eight want a: 1/8 each, the least; they have 5/24 left.

    Nobody else can be bought: b’s four have 3·5/24 + 1/3 = 23/24 together, c’s the same, d’s two 10/24, f’s two 2/3.
    By Phragmén, b and c ask 1/96 each of their four: a tie, which does not matter, since the other is next (37/384).
    Then d asks (1 − 10/24) / 2 = 7/24 of its two, and f more: (37/384 − 1/3 + 1) / 2 = 293/768.
    """
    tally = count(approvals(TWELVE, places=4))
    assert elected(tally.equal_shares) == {"a", "b", "c", "d"}
    assert [(one.id, one.votes) for one in tally.plain][:1] == [("a", 8)]
    assert {one.id: one.votes for one in tally.plain} == {"a": 8, "b": 4, "c": 4, "d": 2, "f": 2, "e": 1, "g": 1}


def test_twelve_voters_have_left_what_the_text_says() -> None:
    crowds = Crowds(approvals(TWELVE, places=4))
    assert _buy_one(crowds)
    [a] = crowds.elected
    assert crowds.options[a] == "a"
    assert crowds.purses == {0: Fraction(1, 3), 1 << a: Fraction(5, 24)}
    assert not _buy_one(crowds)
    loads = {crowds.options[number]: _load(crowds, who) for number, who in crowds.supporters()}
    assert loads["b"] == loads["c"] == Fraction(1, 96)
    assert loads["d"] == Fraction(7, 24)


def test_eight_voters_elect_three() -> None:
    """Each has 3/8. Five want c: 1/5 each, 7/40 left. Then a is bought: its two of `ac` give 7/40 each, all they have,
    its two of `ab` 13/40 each. b’s three have 1/20 + 1/20 + 3/8 and can’t buy; d’s four have 3·7/40 + 3/8 = 36/40.

    By Phragmén, d asks (1 − 36/40) / 4 = 1/40 of each, b (1 − 19/40) / 3 = 7/40: d it is.
    """
    tally = count(approvals(EIGHT))
    assert elected(tally.equal_shares) == {"a", "c", "d"}
    assert {one.id: one.votes for one in tally.plain} == {"a": 4, "b": 3, "c": 5, "d": 4}


def test_eight_voters_have_left_what_the_text_says() -> None:
    crowds = Crowds(approvals(EIGHT))
    assert _buy_one(crowds)
    assert _buy_one(crowds)
    assert not _buy_one(crowds)
    c, a = crowds.elected
    assert (crowds.options[c], crowds.options[a]) == ("c", "a")
    c, a = 1 << c, 1 << a
    assert crowds.purses == {0: Fraction(3, 8), c: Fraction(7, 40), a: Fraction(1, 20), a | c: Fraction(0)}
    loads = {crowds.options[number]: _load(crowds, who) for number, who in crowds.supporters()}
    assert loads == {"d": Fraction(1, 40), "b": Fraction(7, 40)}


def test_sixty_who_want_one_thing_do_not_take_all_three_places() -> None:
    """Sixty people want abc, forty want def: plainly abc; by equal shares, forty of a hundred decide one of three."""
    tally = count(approvals({"abc": 60, "def": 40}))
    assert elected(tally.plain) == {"a", "b", "c"}
    chosen = elected(tally.equal_shares)
    assert len(chosen & set("abc")) == 2
    assert len(chosen & set("def")) == 1
