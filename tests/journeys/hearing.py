"""What a screen reader is told: every text that a live region of the page has had, in order."""

from playwright.async_api import Page

_REMEMBER = """() => {
  window.heard = [];
  for (const region of document.querySelectorAll("[aria-live=polite], [role=status], [role=alert]")) {
    const said = (text) => text.trim() && window.heard.push(text.trim().replace(/\\s+/g, " "));
    // A region that is rewritten is read whole; one that lines are added to is read line by line.
    const hear = (changes) => {
      if (region.id !== "announcer") return said(region.textContent);
      for (const { addedNodes } of changes) addedNodes.forEach((node) => said(node.textContent));
    };
    new MutationObserver(hear).observe(region, { childList: true, characterData: true, subtree: true });
  }
}"""


async def listen(page: Page) -> None:
    """Keep what is said from now on."""
    await page.evaluate(_REMEMBER)


async def heard_until(page: Page, last: str) -> list[str]:
    """All that was said so far, once something with these words was."""
    await page.wait_for_function("last => window.heard.some((words) => words.includes(last))", arg=last)
    return list(await page.evaluate("window.heard"))


async def in_this_order(page: Page, *sentences: str) -> None:
    """Each of these was said, in this order, whatever was said between."""
    heard = " ".join(await heard_until(page, sentences[-1]))
    places = [heard.find(sentence) for sentence in sentences]
    assert -1 not in places, f"{sentences[places.index(-1)]!r} was not said: {heard}"
    assert places == sorted(places), heard
