// Drafts in the account: the same on every device.
import { csrf } from "./token.js";

/** `{draft, other}`, or null where it could not be kept now. */
export async function keepInAccount(place, words, version) {
  const headers = { "Content-Type": "application/json", "X-CSRF-Token": csrf };
  const body = JSON.stringify({ place, version, ...words });
  const answer = await fetch("/api/v1/drafts", { method: "POST", headers, body, keepalive: body.length < 60_000 }).catch(() => null);
  return answer?.ok ? answer.json() : null;
}

/** What the account has at this place now, or null. */
export async function latestOf(place) {
  const answer = await fetch("/api/v1/drafts").catch(() => null);
  if (!answer?.ok) return null;
  return (await answer.json()).items.find((draft) => draft.place === place) ?? null;
}

/** Whether what left a form under this id arrived: unknown is no, and nothing is thrown away. */
export async function wasPosted(clientId) {
  const answer = await fetch(`/drafts/posted?${new URLSearchParams({ client_id: clientId })}`).catch(() => null);
  return Boolean(answer?.ok && (await answer.json()).posted);
}
