// The form that plans a surgery: shows what a choice needs, and the dates that it would have.
const form = document.getElementById("schedule");
const dates = document.getElementById("dates");
const ASKED = ["date", "start", "end", "repeat", "rule", "until"];
const PAUSE = 400; // ms after the last change
let timer = null;

/** `data-for="repeat=own"` is shown with that choice, `data-for="repeat!=never"` with every other. */
function showWhatIsNeeded() {
  for (const node of form.querySelectorAll("[data-for]")) {
    const [, name, sign, value] = node.dataset.for.match(/^(\w+)(!?=)(.*)$/);
    node.hidden = (new FormData(form).get(name) === value) !== (sign === "=");
  }
}

function showDatesSoon() {
  clearTimeout(timer);
  timer = setTimeout(showDates, PAUSE);
}

async function showDates() {
  const given = [...new FormData(form)].filter(([name]) => ASKED.includes(name) || name.startsWith("host-"));
  try {
    const answer = await fetch(`${form.dataset.dates}?${new URLSearchParams(given)}`);
    if (!answer.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    dates.replaceChildren(...page.body.children);
  } catch {
    // Offline: the dates are shown again before anything is announced.
  }
}

form.addEventListener("input", () => {
  showWhatIsNeeded();
  if (dates) showDatesSoon();
});
showWhatIsNeeded();
if (dates) showDates();
