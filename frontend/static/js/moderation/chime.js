// Three short notes, made here: no file to load, and nothing where the browser lets no page sound before it is touched.
const NOTES = [660, 880, 660];
const LONG = 0.16; // s
let context = null;

export function chime() {
  try {
    context ??= new AudioContext();
  } catch {
    return; // no sound on this device: it is seen and announced all the same
  }
  if (context.state === "suspended") context.resume().catch(() => {});
  NOTES.forEach((pitch, place) => note(pitch, context.currentTime + place * (LONG + 0.06)));
}

function note(pitch, begins) {
  const tone = new OscillatorNode(context, { frequency: pitch });
  const volume = new GainNode(context, { gain: 0 });
  volume.gain.setValueAtTime(0, begins);
  volume.gain.linearRampToValueAtTime(0.3, begins + 0.02);
  volume.gain.linearRampToValueAtTime(0, begins + LONG);
  tone.connect(volume).connect(context.destination);
  tone.start(begins);
  tone.stop(begins + LONG);
}
