"""A host words, moves, leaves out and adds; two hosts do not undo each other."""

from foundation.models import AuditEntry
from tests.cast import Cast
from tests.rooms.minutes.evening import Evening, Writer


async def test_ada_words_an_answer_anew_and_goes_back_to_what_was_said(ada: Writer) -> None:
    item = ada.item("The council, on Mondays.")
    page = await ada.do(f"items/{item}/word", text="The council empties them.")
    assert "The council empties them." in page
    assert "The council, on Mondays." not in page
    page = await ada.do(f"items/{item}/unword")
    assert "The council, on Mondays." in page


async def test_what_is_left_out_leaves_a_line_with_its_reason_and_can_come_back(evening: Evening, ada: Writer) -> None:
    item = ada.item("Who empties the bins?")
    assert (await ada.send(f"items/{item}/redact", reason=" ")).status == 422
    await ada.look()
    await ada.do(f"items/{item}/redact", reason="It names a shop.")
    await ada.publish()
    for form in ("", ".txt", ".json"):
        text = (await evening.page(form)).text
        assert "Who empties the bins?" not in text, form
        assert "It names a shop." in text, form
    page = await ada.do(f"items/{item}/unredact")
    assert "Who empties the bins?" in page


async def test_a_paragraph_of_her_own_is_added_where_she_wants_it_and_removed(evening: Evening, ada: Writer) -> None:
    after = ada.item("Who empties the bins?")
    page = await ada.do("paragraphs", text="Seven people came.", kind="paragraph", after=after)
    assert page.index("Who empties") < page.index("Seven people came.") < page.index("The council, on")
    page = await ada.do("paragraphs", text="Welcome", kind="heading", after="")
    assert page.index("Welcome") < page.index("Streets")
    page = await ada.do(f"items/{ada.item('Seven people came.')}/remove")
    assert "Seven people came." not in page
    refused = await ada.send(f"items/{ada.item('Who empties the bins?')}/remove")
    assert (refused.status, "Leave this one out instead" in refused.text) == (422, True)


async def test_of_two_hosts_the_second_is_told_what_the_first_changed_and_loses_no_word(
    evening: Evening, cast: Cast, ada: Writer
) -> None:
    huw = Writer(evening, cast.mo)
    await huw.look()
    item = ada.item("The council, on Mondays.")
    await huw.do(f"items/{item}/word", text="Mo’s wording.")
    late = await ada.send(f"items/{item}/word", text="Ada’s wording.")
    assert late.status == 409
    assert "Mo Evans" in late.text
    assert "Changed the wording of paragraph 3." in late.text
    assert "Ada’s wording.</textarea>" in late.text, "what she wrote is in its field"
    assert "Mo’s wording." in late.text, "and what stands now is shown"
    assert "Mo’s wording." in await ada.look()
    await huw.browser.close()


async def test_what_screening_asks_about_is_asked_of_staff_too(ada: Writer) -> None:
    item = ada.item("The council, on Mondays.")
    words = "Ring Mrs Evans on 07700 900123."
    warned = await ada.send(f"items/{item}/word", text=words)
    assert warned.status == 422
    assert words in warned.text
    await ada.look()
    assert words in await ada.do(f"items/{item}/word", text=words, confirm="true")


async def test_each_change_is_in_the_audit_with_its_version(evening: Evening, cast: Cast, ada: Writer) -> None:
    await ada.do(f"items/{ada.item('Where next?')}/up")
    await ada.publish()
    rows = await AuditEntry.filter(subject_type="minutes", subject_id=evening.room.id).order_by("id").values()
    assert [(row["act"], row["details"]["version"], row["actor_id"]) for row in rows] == [
        ("minutes.draft", 1, cast.ada.id), ("minutes.move", 2, cast.ada.id),
        ("minutes.approve", 3, cast.ada.id), ("minutes.publish", 4, cast.ada.id),
    ]  # fmt: skip
