// Copies of the page's patterns with their __places__ filled, always as text: no pattern can bring in HTML.
const PLACE = /__([a-z]+)__/g;

/** A filled copy of the pattern; a place without a value becomes empty. */
export function stamp(name, values = {}) {
  const pattern = document.querySelector(`template[data-pattern="${CSS.escape(name)}"]`);
  // Filled where it is inert: in the page itself a picture would be asked for by the name of its place.
  const copy = pattern.content.cloneNode(true).firstElementChild;
  const fill = (text) => text.replace(PLACE, (place, key) => values[key] ?? "");
  const walker = document.createTreeWalker(copy, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  for (let node = copy; node; node = walker.nextNode()) {
    if (node.nodeType === Node.TEXT_NODE) {
      if (node.data.includes("__")) node.data = fill(node.data);
    } else {
      for (const attribute of node.attributes) {
        if (attribute.value.includes("__")) attribute.value = fill(attribute.value);
      }
    }
  }
  return document.adoptNode(copy);
}

/** Keeps of a copy what these circumstances allow: the pattern holds every part that a message may have. */
export function keep(copy, circumstances) {
  for (const node of copy.querySelectorAll("[data-only]")) {
    if (!circumstances[node.dataset.only]) node.remove();
  }
  return copy;
}
