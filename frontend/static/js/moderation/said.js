// The page's own sentences, already in the reader's language, and the line that a screen reader announces.
export const queue = document.getElementById("queue");
const live = document.querySelector("[data-live]");

/** The sentence of that name, with its {places} filled. */
export function say(name, values = {}) {
  return Object.entries(values).reduce((sentence, [key, value]) => sentence.replace(`{${key}}`, value), queue.dataset[name]);
}

export function announce(sentence) {
  live.textContent = "";
  setTimeout(() => { live.textContent = sentence; }, 50);
}
