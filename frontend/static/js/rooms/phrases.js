// Sentences that are sent with one tap, as any message is; without this file each is a form of its own.
import { byId, newId } from "./page.js";
import { toNewest } from "./scroll.js";
import { post } from "./sender.js";

export function startPhrases() {
  byId("phrases")?.addEventListener("submit", (event) => {
    event.preventDefault();
    post({ client_id: newId(), body: event.submitter.value, kind: "message", reply_to: null, confirm: false });
    toNewest();
  });
}
