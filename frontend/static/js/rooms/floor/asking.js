// Asking the server to walk: the last wish counts, and no more of them than it takes.
import { ask, Offline } from "../socket.js";

const PAUSE = 250; // ms between two walks
let wish = null;
let busy = false;

/** Ask to walk to a tile; a wish that has not been sent yet gives way to this one. */
export function askToWalk(to) {
  wish = to;
  if (!busy) send();
}

async function send() {
  busy = true;
  while (wish) {
    const to = wish;
    wish = null;
    await quietly("walk", { to });
    await new Promise((done) => setTimeout(done, PAUSE));
  }
  busy = false;
}

/** The answer, or null where it was refused or nobody is there: the floor shows what is. */
export async function quietly(event, payload) {
  try {
    const ack = await ask(event, payload);
    return ack.ok ? ack : null;
  } catch (error) {
    if (error instanceof Offline) return null;
    throw error;
  }
}
