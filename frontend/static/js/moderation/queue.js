// The review queue in a browser: keys, a live list, times that count down, a claim that is kept while one works.
import { startClaim } from "./claim.js";
import { startDue } from "./due.js";
import { startKeys } from "./keys.js";
import { startLive } from "./live.js";
import { startReasons } from "./reasons.js";

startDue();
startReasons();
startKeys();
startLive();
startClaim();

// Whoever comes from a decision, or by a key, is at the item and not at the top of the page.
const title = document.getElementById("item-title");
const problem = document.querySelector(".govuk-error-summary");
if (title && !problem && document.activeElement === document.body) title.focus({ preventScroll: true });
