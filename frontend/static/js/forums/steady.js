// What one reads stays where it is, whatever is put in or taken out above it.

/** Does something to the page, and keeps the first thing of it that is seen at its place. */
export function steady(work, things) {
  const held = things().find((thing) => thing.getBoundingClientRect().bottom > 0);
  const before = held?.getBoundingClientRect().top;
  const result = work();
  if (held?.isConnected) window.scrollBy({ top: held.getBoundingClientRect().top - before, behavior: "instant" });
  return result;
}
