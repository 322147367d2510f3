// A claim ends by itself after ten minutes; while somebody works on the item it goes on.
const EVERY = 2 * 60_000; // ms
const IDLE = 5 * 60_000; // ms without a key or a touch: then nobody is there

export function startClaim() {
  const open = document.querySelector("[data-open][data-mine]");
  if (!open) return;
  let seen = Date.now();
  for (const sign of ["keydown", "pointerdown", "scroll", "pointermove"]) {
    addEventListener(sign, () => { seen = Date.now(); }, { passive: true });
  }
  setInterval(() => {
    if (Date.now() - seen < IDLE && document.visibilityState === "visible") keep(open.dataset.open);
  }, EVERY);
}

async function keep(item) {
  const token = document.querySelector("meta[name=csrf-token]").content;
  await fetch(`/api/v1/moderation/items/${item}/claim`, { method: "POST", headers: { "X-CSRF-Token": token } }).catch(() => null);
}
