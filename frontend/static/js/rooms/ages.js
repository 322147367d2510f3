// One's own words may be changed for ten minutes; then the links that do it go away.
import { part, root } from "./page.js";

const TEN_MINUTES = 600_000;
const TICK = 20_000;

export function startAges() {
  setInterval(() => {
    for (const brief of root.querySelectorAll("[data-brief]")) {
      const message = brief.closest("[data-item]");
      if (message && Date.now() - new Date(part(message, "time").dateTime) > TEN_MINUTES) brief.remove();
    }
  }, TICK);
}
