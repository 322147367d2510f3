"""A browser without a mouse: everything is reached and done by keys."""

from playwright.async_api import Page

_NAME = """() => {
  const { activeElement: at } = document;
  const label = at.labels?.[0]?.innerText ?? at.getAttribute("aria-label");
  return (label || at.innerText || "").trim().replace(/\\s+/g, " ");
}"""


async def press(page: Page, *keys: str) -> None:
    for key in keys:
        await page.keyboard.press(key)


async def write(page: Page, *words: str) -> None:
    """Into the field that has the focus, and each further text into the next one."""
    for place, text in enumerate(words):
        await press(page, *(["Tab"] if place else []))
        await page.keyboard.type(text)


async def tab_to(page: Page, words: str, key: str = "Tab", within: int = 12) -> None:
    """Press Tab until the focus is on what is called so; it must come within so many presses, and be seen."""
    passed = []
    for _ in range(within):
        name = await page.evaluate(_NAME)
        if words == name:
            return
        passed.append(name)
        await press(page, key)
    raise AssertionError(f"no way to “{words}” by {key}, but to {passed}")
