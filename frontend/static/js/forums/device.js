// Drafts on this device. Nothing here is ever the only way: a browser that keeps nothing goes on without.
const PREFIX = "bluelamp.draft.";
const KEPT = 60 * 86_400_000; // ms

const nameOf = (me, place) => `${PREFIX}${me}.${place}`;

/** What was kept: `{words, version, synced, at, sent}`, or null. */
export function find(me, place) {
  try {
    return JSON.parse(localStorage.getItem(nameOf(me, place)));
  } catch {
    return null;
  }
}

export function put(me, place, draft) {
  try {
    localStorage.setItem(nameOf(me, place), JSON.stringify({ ...draft, at: Date.now() }));
    return true;
  } catch {
    return false;
  }
}

export function drop(me, place) {
  try {
    localStorage.removeItem(nameOf(me, place));
  } catch {
    // nothing was kept
  }
}

/** Another person's drafts are not left to whoever comes next to a shared device, nor old ones to anybody. */
export function tidy(me) {
  try {
    for (const name of Object.keys(localStorage).filter((key) => key.startsWith(PREFIX))) {
      const { at } = JSON.parse(localStorage.getItem(name)) ?? {};
      if (!name.startsWith(nameOf(me, "")) || !at || Date.now() - at > KEPT) localStorage.removeItem(name);
    }
  } catch {
    // nothing was kept
  }
}
