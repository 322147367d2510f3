// The review queue in a browser: keys, a live list, times that count down, a claim that is kept while one works.
import { startClaim } from "./claim.js";
import { startDone } from "./done.js";
import { startDue } from "./due.js";
import { startKeys } from "./keys.js";
import { startLive } from "./live.js";
import { startOthers } from "./others.js";
import { startReasons } from "./reasons.js";

startDue();
startReasons();
startOthers();
startKeys();
startLive();
startClaim();
startDone();

// Whoever comes from a decision, or by a key, is at the item and not at the top of the page; whoever was too late is at
// what the other one decided. Once all is loaded: until then the browser goes to where the address leads, and takes the
// focus from everything.
function arrive() {
  const problem = document.querySelector(".govuk-error-summary");
  const late = document.querySelector("[data-overtaken]");
  const title = document.getElementById("item-title");
  if (problem || document.activeElement !== document.body) return;
  if (late) late.focus();
  else title?.focus({ preventScroll: true });
}

if (document.readyState === "complete") arrive();
else addEventListener("load", arrive, { once: true });
