// Calling somebody who looks elsewhere: the title always, a sound only where they asked for it, nothing that says why.
const SOUND = "bluelamp:sound";
const EACH = 1000; // ms
const title = document.title;
let blinking = null;
let audio = null;

/** Shows the choice of a sound, which this tab alone remembers. */
export function startCalls() {
  for (const node of document.querySelectorAll("#queue [data-scripted-only]")) node.hidden = false;
  for (const box of document.querySelectorAll("#queue [data-sound]")) {
    box.checked = wantsSound();
    box.addEventListener("change", () => {
      remember(box.checked);
      // A browser lets a page sound only after a touch: this is one.
      if (box.checked) beep(0.05);
    });
  }
}

export function callOut(quiet) {
  calmDown();
  let shown = false;
  blinking = setInterval(() => {
    shown = !shown;
    document.title = shown ? `${quiet ? "•" : "(1)"} ${title}` : title;
  }, EACH);
  if (wantsSound() && !quiet) beep(0.6);
}

export function calmDown() {
  clearInterval(blinking);
  document.title = title;
}

function wantsSound() {
  try {
    return sessionStorage.getItem(SOUND) === "yes";
  } catch {
    return false;
  }
}

function remember(wanted) {
  try {
    sessionStorage.setItem(SOUND, wanted ? "yes" : "no");
  } catch {
    // Storage may be forbidden: then there is no sound.
  }
}

function beep(seconds) {
  audio ??= new AudioContext();
  const tone = audio.createOscillator();
  const volume = audio.createGain();
  volume.gain.value = 0.15;
  tone.frequency.value = 660;
  tone.connect(volume).connect(audio.destination);
  tone.start();
  tone.stop(audio.currentTime + seconds);
}
