// The two questions: sent without leaving the page, asked once, and asked again after the close at most.
import { announceNow } from "./announcer.js";
import { part, root } from "./page.js";
import { say } from "./sentences.js";
import { ask, Offline, on } from "./socket.js";

const panel = (moment) => root.querySelector(`[data-pulse="${moment}"]`);

export function startPulse() {
  root.addEventListener("submit", (event) => {
    const asked = event.target.closest("[data-pulse]");
    if (!asked) return;
    event.preventDefault();
    send(asked, event.target, event.submitter);
  });
  on("event", ({ kind }) => kind === "surgery_closed" && closed());
}

/** What was not answered before is asked no more; what is asked after comes in its place, without taking the focus. */
function closed() {
  panel("before")?.remove();
  panel("after")?.removeAttribute("hidden");
}

async function send(asked, form, submitter) {
  const given = submitter?.name === "skip" ? {} : Object.fromEntries(
    ["listened", "trust"].map((name) => [name, new FormData(form).get(name)])
      .filter(([, step]) => step).map(([name, step]) => [name, Number(step)]),
  );
  try {
    const ack = await ask("answer_pulse", { moment: asked.dataset.pulse, ...given });
    if (!ack.ok && ack.error.code !== "conflict" && ack.error.code !== "closed") return complain(asked, ack.error.message);
    asked.remove();
    announceNow(say("pulse.thanks"));
  } catch (error) {
    if (!(error instanceof Offline)) throw error;
    complain(asked, say("offline.act"));
  }
}

function complain(asked, message) {
  Object.assign(part(asked, "error"), { textContent: message, hidden: false });
  announceNow(message);
}
