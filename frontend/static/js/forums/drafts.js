// What one writes is kept while one writes: on the device at once, in the account a moment later, for other devices.
import { keepInAccount, latestOf, wasPosted } from "./account_drafts.js";
import * as device from "./device.js";
import { say } from "./said.js";

const SOON = 400; // ms after the last key
const LATER = 1_500; // ms, for the account
const FIELDS = ["title", "body", "section", "reply_to"];

/** `form` has data-draft (its place), data-me, data-version, and data-typed where it comes back with what was typed. */
export function startDrafts(form, socket = null) {
  device.tidy(form?.dataset.me ?? "");
  if (!form?.dataset.me) return;
  const draft = new Draft(form);
  draft.restore();
  form.addEventListener("input", () => draft.typed());
  form.addEventListener("submit", () => draft.sent());
  window.addEventListener("pagehide", () => draft.keepHere());
  document.querySelector('form[action="/sign-out"]')?.addEventListener("submit", () => device.tidy(""));
  socket?.on("draft_changed", (event) => draft.changedElsewhere(event));
}

class Draft {
  constructor(form) {
    Object.assign(this, { form, place: form.dataset.draft, me: form.dataset.me, version: Number(form.dataset.version) });
    this.saved = this.words();
    this.timers = [];
    this.dirty = false;
  }

  words() {
    return Object.fromEntries(FIELDS.filter((name) => this.form.elements[name]).map((name) => [name, this.form.elements[name].value]));
  }

  fill(words) {
    for (const [name, value] of Object.entries(words)) if (this.form.elements[name]) this.form.elements[name].value = value;
    this.form.elements.body.dispatchEvent(new Event("filled", { bubbles: true }));
  }

  /** The page comes with what the account has; what this device has and the account never got is newer. */
  async restore() {
    const kept = device.find(this.me, this.place);
    if (!kept || this.form.dataset.typed || kept.synced) return;
    const posted = kept.sent && (isShown() || (await wasPosted(kept.sent)));
    if (posted || same(kept.words, this.words())) return device.drop(this.me, this.place);
    if (this.dirty) return;
    const others = this.words();
    this.fill(kept.words);
    this.note(say("restored"));
    if (others.body) this.offer(others);
    this.typed();
  }

  typed() {
    this.dirty = true;
    for (const timer of this.timers) clearTimeout(timer);
    this.timers = [setTimeout(() => this.keepHere(), SOON), setTimeout(() => this.keep(), LATER)];
  }

  keepHere() {
    if (!this.dirty) return false;
    return device.put(this.me, this.place, { words: this.words(), version: this.version, synced: false });
  }

  async keep() {
    if (this.keeping) return void this.typed();
    const words = this.words();
    const here = this.keepHere();
    this.keeping = true;
    const kept = await keepInAccount(this.place, words, this.version);
    this.keeping = false;
    if (!kept) return this.note(here ? say("saved.here") : "");
    this.version = kept.draft?.version ?? 0;
    this.saved = words;
    if (same(words, this.words())) this.settled(words);
    if (kept.other) this.offer(kept.other);
  }

  settled(words) {
    this.dirty = false;
    if (this.version) device.put(this.me, this.place, { words, version: this.version, synced: true });
    else device.drop(this.me, this.place);
    this.note(this.version ? say("saved") : "");
  }

  /** It leaves now; the page that follows asks whether it arrived. */
  sent() {
    for (const timer of this.timers) clearTimeout(timer);
    this.dirty = false;
    device.put(this.me, this.place, { words: this.words(), version: this.version, synced: false, sent: this.form.elements.client_id?.value });
  }

  /** Another device, or another tab, wrote here. */
  async changedElsewhere({ place, version }) {
    if (place !== this.place || version === 0 || this.keeping || version <= this.version) return;
    const theirs = await latestOf(place);
    if (!theirs || same(theirs, this.words())) return;
    if (!same(this.words(), this.saved)) return this.offer(theirs);
    this.version = theirs.version;
    this.fill(theirs);
    this.saved = this.words();
    this.note(say("restored"));
  }

  note(words) {
    const line = this.form.querySelector("[data-part=note]");
    if (line) line.textContent = words;
  }

  /** What another device wrote can take the place of what stands here. */
  offer(words) {
    const line = this.form.querySelector("[data-part=other]");
    if (!line) return;
    const button = line.querySelector("button");
    line.querySelector("span").textContent = say("other");
    button.textContent = say("other.use");
    button.onclick = () => {
      const mine = this.words();
      this.fill(words);
      this.offer(mine);
      this.typed();
      this.form.elements.body.focus();
    };
    line.hidden = false;
  }
}

const same = (one, other) => FIELDS.every((name) => (one[name] ?? "") === (other[name] ?? ""));

/** The page that came shows it: at its address, as one's own or as waiting. */
function isShown() {
  const shown = location.hash.startsWith("#r-") ? document.getElementById(location.hash.slice(1)) : null;
  return Boolean(shown?.dataset.mine || shown?.dataset.waiting);
}
