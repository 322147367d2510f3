// The quick exit, as GOV.UK's "Exit this page" does it, and further: the address is replaced in the tab's history, what
// stood on the page and in the tab's memory is gone before the next page comes, and coming back shows nothing.
import { path, root } from "./page.js";
import { say } from "./sentences.js";
import { leave } from "./socket.js";

const PRESSES = 3;
const WITHIN = 5000; // ms between two presses of Shift
const neutral = root.dataset.neutral;
let pressed = 0;
let alone = false;
let timer = null;

export function startExit() {
  // Whoever comes: a page that a browser kept as it was is asked of the server again, which may have nothing to show.
  window.addEventListener("pagehide", () => document.body.replaceChildren());
  window.addEventListener("pageshow", (event) => event.persisted && location.reload());
  if (!neutral) return;
  for (const node of document.querySelectorAll(".booth-exit [data-scripted-only]")) node.hidden = false;
  document.querySelector("[data-exit]").addEventListener("click", (event) => {
    event.preventDefault();
    exit();
  });
  // Three times Shift and nothing else: who writes capital letters, or picks several words, does not leave by it.
  document.addEventListener("keydown", (event) => { alone = event.key === "Shift" && !event.repeat; });
  document.addEventListener("keyup", (event) => event.key === "Shift" && alone && press());
}

export function exit() {
  document.title = "…";
  document.body.replaceChildren();
  try {
    sessionStorage.clear();
  } catch {
    // Nothing was kept, then.
  }
  // Sent even though the page goes: from now on no page shows the conversation until somebody asks for it.
  fetch(`${path}/exit`, { keepalive: true, redirect: "manual" }).catch(() => {});
  leave();
  location.replace(neutral);
}

function press() {
  pressed += 1;
  clearTimeout(timer);
  if (pressed >= PRESSES) return exit();
  document.getElementById("exit-said").textContent = say(pressed === 1 ? "exit.two" : "exit.one");
  timer = setTimeout(() => {
    pressed = 0;
    document.getElementById("exit-said").textContent = "";
  }, WITHIN);
}
