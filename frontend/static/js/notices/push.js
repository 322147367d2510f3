// "Tell me on this device": asks the browser on a click only, and gives the server what it needs to push to it.
const place = document.querySelector("[data-push-key]");
const offer = place.querySelector("[data-push-start]");
const status = place.querySelector("[data-push-status]");
const WORKER = "/push-worker.js";

const bytes = (text) =>
  Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0));

async function hashOf(text) {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

async function subscription() {
  const worker = await navigator.serviceWorker.register(WORKER, { scope: "/" });
  await navigator.serviceWorker.ready;
  const asked = { userVisibleOnly: true, applicationServerKey: bytes(place.dataset.pushKey) };
  try {
    return await worker.pushManager.subscribe(asked);
  } catch (error) {
    // It was subscribed with a key that the server has no more.
    if (error.name !== "InvalidStateError") throw error;
    await (await worker.pushManager.getSubscription())?.unsubscribe();
    return worker.pushManager.subscribe(asked);
  }
}

async function start() {
  status.textContent = place.dataset.working;
  if ((await Notification.requestPermission()) !== "granted") {
    status.textContent = place.dataset.refused;
    return;
  }
  const answer = await fetch("/api/v1/push/subscriptions", {
    method: "POST",
    headers: {
      "Content-Type": "application/json",
      "X-CSRF-Token": document.querySelector('meta[name="csrf-token"]').content,
    },
    body: JSON.stringify(await subscription()),
  });
  if (answer.ok) location.reload();
  else status.textContent = (await answer.json()).detail;
}

/** Whether the server pushes to this very browser: its card says so, and taking it out ends it here too. */
async function find() {
  const worker = await navigator.serviceWorker.getRegistration("/");
  const known = await worker?.pushManager.getSubscription();
  const card = known && document.querySelector(`[data-known="${await hashOf(known.endpoint)}"]`);
  card?.querySelector("form").addEventListener("submit", () => known.unsubscribe());
  return Boolean(card);
}

if ("serviceWorker" in navigator && "PushManager" in window && "Notification" in window) {
  place.querySelector("[data-push-none]").hidden = true;
  offer.querySelector("button").addEventListener("click", () => {
    start().catch(() => {
      status.textContent = place.dataset.failed;
    });
  });
  offer.hidden = await find().catch(() => false);
}
