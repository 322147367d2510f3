// Pictures of a form, [data-forum-pictures]: each is sent as it is chosen, made smaller first where it is large, and
// stands there to be described. Without this they come with the form, by a button of its own.
import { smaller } from "./shrink.js";
import { csrf } from "./token.js";

async function send(file, to) {
  const body = await smaller(file);
  const headers = { "X-CSRF-Token": csrf, "Content-Type": body.type };
  const answer = await fetch(`/api/v1${to}`, { method: "POST", body, headers, credentials: "same-origin" });
  const told = await answer.json();
  if (!answer.ok) throw new Error(told.detail);
  return told;
}

class Pictures {
  constructor(fieldset) {
    this.fieldset = fieldset;
    this.words = fieldset.dataset;
    this.list = fieldset.querySelector("[data-list]");
    this.more = fieldset.querySelector("[data-more]");
    this.file = fieldset.querySelector('input[type="file"]');
    this.status = fieldset.querySelector("[data-status]");
    fieldset.classList.add("forum-pictures--live");
    this.file.addEventListener("change", () => this.add([...this.file.files]));
    this.list.addEventListener("change", () => this.settle());
    // What is on its way goes with the words, or they wait for it.
    fieldset.form.addEventListener("submit", (event) => this.file.disabled && this.wait(event), { capture: true });
  }

  /** How many more; one that is to be taken away goes when the form is sent, and makes room already. */
  room() {
    const going = this.list.querySelectorAll('input[type="checkbox"]:checked').length;
    return Number(this.words.most) - this.list.children.length + going;
  }

  settle() {
    this.list.hidden = !this.list.children.length;
    this.more.hidden = this.room() < 1;
  }

  async add(files) {
    const taken = files.slice(0, this.room());
    this.file.disabled = true;
    this.status.textContent = this.words.sending;
    let said = taken.length < files.length ? this.words.tooMany : this.words.added;
    for (const file of taken) {
      try {
        this.draw(await send(file, this.words.sentTo));
      } catch (error) {
        said = error.message || this.words.failed;
      }
    }
    this.file.value = "";
    this.file.disabled = false;
    this.settle();
    this.status.textContent = said;
    this.list.querySelector('input:not([type="checkbox"]):placeholder-shown, input[value=""]')?.focus();
    this.tell();
  }

  wait(event) {
    event.preventDefault();
    event.stopImmediatePropagation();
    this.status.textContent = this.words.wait;
    this.status.scrollIntoView({ block: "nearest" });
  }

  draw(picture) {
    const one = this.fieldset.querySelector("template").content.firstElementChild.cloneNode(true);
    for (const part of one.querySelectorAll("[id], [for], [name]")) {
      for (const name of ["id", "for", "name"]) {
        const value = part.getAttribute(name);
        if (value) part.setAttribute(name, value.replace(/-ID$/, `-${picture.id}`));
      }
    }
    one.querySelector("img").src = picture.small;
    this.list.append(one);
  }

  /** Drafts keep what was typed; what a form holds changed without a key. */
  tell() {
    this.fieldset.dispatchEvent(new Event("input", { bubbles: true }));
  }
}

for (const fieldset of document.querySelectorAll("[data-forum-pictures]")) new Pictures(fieldset);
