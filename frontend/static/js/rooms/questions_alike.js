// While one types: a question that was asked already, to be voted for instead of being asked again.
import { announceNow } from "./announcer.js";
import { byId, part, room } from "./page.js";
import { voteFor } from "./questions_votes.js";
import { say } from "./sentences.js";
import { stamp } from "./stamp.js";

const PAUSE = 600; // ms without a key until it is asked
const SHORTEST = 12; // letters from which a question may be like another
let timer = null;
let asked = 0;
let offered = "";

export function startAlike() {
  const words = byId("words");
  if (!words || !byId("alike")) return;
  words.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => look(words.value.trim()), PAUSE);
  });
  words.form.addEventListener("submit", () => show([]));
  byId("alike").addEventListener("click", choose);
}

/** The questions of the room that are most like this text. */
export async function similarTo(text) {
  const answer = await fetch(`/api/v1/surgeries/${room}/questions/similar?text=${encodeURIComponent(text.slice(0, 1000))}`);
  return answer.ok ? (await answer.json()).items : [];
}

async function look(text) {
  const mine = ++asked;
  const near = text.length < SHORTEST ? [] : await similarTo(text).catch(() => []);
  if (mine === asked) show(near.filter((question) => !question.mine));
}

/** Drawn only when it is another choice than before, so that nothing moves while one types on. */
function show(near) {
  const ids = near.map(({ id }) => id).join(" ");
  if (ids === offered) return;
  offered = ids;
  clearTimeout(timer);
  const box = byId("alike");
  part(box, "list").replaceChildren(...near.map(draw));
  box.hidden = near.length === 0;
  if (near.length) announceNow(say("alike"));
}

function draw({ id, body, votes, stands, wanted }) {
  const node = stamp("alike", { id, votes });
  part(node, "words").textContent = body;
  const done = stands === "answered" || wanted;
  part(node, "instead").hidden = done;
  part(node, "state").textContent = stands === "answered" ? say("alike.answered") : wanted ? say("alike.wanted") : "";
  return node;
}

async function choose(event) {
  const id = event.target.closest("[data-instead]")?.dataset.instead;
  if (!id || !(await voteFor(id, true))) return;
  const words = byId("words");
  words.value = "";
  words.focus();
  show([]);
  announceNow(say("alike.voted"));
}
