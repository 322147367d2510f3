// Due times in words, as the server writes them, every half minute anew.
import { say } from "./said.js";

const EVERY = 30_000; // ms
const MINUTE = 60_000;

export function startDue() {
  setInterval(draw, EVERY);
}

function draw() {
  for (const time of document.querySelectorAll("[data-due]")) {
    const left = new Date(time.dateTime) - Date.now();
    time.textContent = say(left > 0 ? "left" : "over", { time: span(Math.abs(left)) });
    time.classList.toggle("mod-due--over", left <= 0);
  }
}

function span(ms) {
  const minutes = Math.floor(ms / MINUTE);
  if (minutes < 1) return say("soon");
  if (minutes < 60) return count("minute", minutes);
  if (minutes < 48 * 60) return count("hour", Math.floor(minutes / 60));
  return count("day", Math.floor(minutes / (24 * 60)));
}

function count(unit, n) {
  return n === 1 ? say(unit) : say(`${unit}s`, { n });
}
