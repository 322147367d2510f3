// The page's own sentences: every word that a script shows stands in the page, in its language.
const sentences = document.getElementById("sentences")?.content.querySelectorAll("[data-say]") ?? [];
const said = new Map([...sentences].map((node) => [node.dataset.say, node.textContent]));
const region = document.getElementById("forum-said");

/** The sentence of this key with its {places} filled. */
export function say(key, values = {}) {
  return (said.get(key) ?? "").replace(/\{(\w+)\}/g, (place, name) => values[name] ?? "");
}

/** Read by screen readers when there is a pause, also where it is the same sentence again. */
export function announce(sentence) {
  if (!region || !sentence) return;
  const line = document.createElement("span");
  line.textContent = sentence;
  region.replaceChildren(line);
}
