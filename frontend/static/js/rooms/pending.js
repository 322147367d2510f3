// How one's own unsent messages look: at the end of the log, each with how far it is.
import { byId, find, part } from "./page.js";
import { say } from "./sentences.js";
import { stamp } from "./stamp.js";

const isShown = (clientId) => find("data-pending", clientId).length > 0;

export function showPending(item) {
  if (isShown(item.client_id)) return;
  byId("pending").append(stamp("pending", { client: item.client_id, body: item.body }));
  byId("log-empty").hidden = true;
}

/** stage: sending, unsent, wait, sent, asks or refused; `why` is what a person has to know to decide. */
export function setStage(clientId, stage, { why = "", choices = [], seconds } = {}) {
  for (const node of find("data-pending", clientId)) {
    node.dataset.stage = stage;
    part(node, "stage").textContent = stage === "asks" ? say("unsent") : say(stage, { n: seconds });
    part(node, "why").textContent = why;
    part(node, "why").hidden = !why;
    part(node, "choices").hidden = choices.length === 0;
    for (const button of node.querySelectorAll("[data-choice]")) button.hidden = !choices.includes(button.dataset.choice);
  }
}

/** Its author is asked something: on a phone the question could stand above the window. */
export function bringIntoView(clientId) {
  find("data-pending", clientId)[0]?.scrollIntoView({ block: "nearest" });
}

export function removePending(clientId) {
  for (const node of find("data-pending", clientId)) node.remove();
}
