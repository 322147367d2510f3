"""What was changed between two texts: word by word, in a time that does not grow with the square of their length."""

from foundation.difference import Piece, differences

LONG = " ".join(f"word{number}" for number in range(5000))


async def difference(before: str, after: str) -> list[Piece]:
    [pieces] = await differences([before, after])
    return pieces


async def test_a_word_in_a_long_text_is_marked_alone() -> None:
    before, after = f"{LONG} dark {LONG}", f"{LONG} bright {LONG}"
    same = Piece("same", f"{LONG} "), Piece("same", f" {LONG}")
    assert await difference(before, after) == [same[0], Piece("gone", "dark"), Piece("new", "bright"), same[1]]


async def test_texts_that_differ_in_much_are_shown_whole_one_after_the_other() -> None:
    before, after = "a!" * 300, "!a" * 300
    assert await difference(before, after) == [Piece("gone", before), Piece("new", after)]


async def test_words_are_compared_between_the_first_that_differs_and_the_last() -> None:
    found = await difference("At fuor, in the dark", "At four, in dark")
    assert "".join(piece.text for piece in found if piece.kind != "new") == "At fuor, in the dark"
    assert "".join(piece.text for piece in found if piece.kind != "gone") == "At four, in dark"
    assert Piece("same", "At ") in found
    assert await difference("x x", "x x x") == [Piece("same", "x x"), Piece("new", " x")]
    assert await difference("", "x") == [Piece("new", "x")]


async def test_what_is_gone_stands_before_what_came_for_it_and_both_stand_together() -> None:
    assert await difference("It is dark.", "It is not very bright.") == [
        Piece("same", "It is "),
        Piece("gone", "dark"),
        Piece("new", "not very bright"),
        Piece("same", "."),
    ]


async def test_of_several_texts_each_is_compared_with_the_one_before() -> None:
    first, second = await differences(["one", "two", "two three"])
    assert first == [Piece("gone", "one"), Piece("new", "two")]
    assert second == [Piece("same", "two"), Piece("new", " three")]
    assert await differences(["alone"]) == []
