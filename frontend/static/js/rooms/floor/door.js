// The sign on the door: on the drawing in a word, above it in a sentence.
import { announceNotice } from "../announcer.js";
import { byId } from "../page.js";
import { momentNear, say, timeOfDay } from "../sentences.js";

export function showDoor({ state, at }) {
  const words = sentence(state, at);
  if (byId("floor-door-words").textContent === words) return;
  byId("floor-door").dataset.state = state;
  byId("floor-door-words").textContent = words;
  const sign = byId("floor-sign");
  if (sign) sign.dataset.state = state;
  if (sign) byId("floor-sign-words").textContent = say(`floor.word.${state}`);
  announceNotice(say("floor.door.told", { what: words }));
}

function sentence(state, at) {
  if (state === "closed" && at) return say("floor.door.closed.until", { when: momentNear(at) });
  if (state !== "with_someone") return say(`floor.door.${state}`);
  return at ? say("floor.door.with_someone", { when: timeOfDay(at) }) : say("floor.door.with_someone.now");
}
