// The uniform: layers over an officer's face or photo, in the same frame as the faces. Nobody chooses one: the page
// draws a layer where the server's record says so. Cap, jacket and marks are our own and show no force's crest.
import { readFileSync } from "node:fs";

const DEFINITION = new URL("../node_modules/@dicebear/styles/src/open-peeps.json", import.meta.url);
const HIVIS = "#d6ef1a";
const STRIP = "#eef2f4";
const STRIP_EDGE = "#8b98a5";
const NAVY = "#14213d";
const NAVY_LIT = "#24365e";
const WHITE = "#fff";

/** Points on a quadratic curve. */
const on = ([a, b, c], t) => [0, 1].map((k) => (1 - t) ** 2 * a[k] + 2 * t * (1 - t) * b[k] + t ** 2 * c[k]);
const between = (p, q, t) => [0, 1].map((k) => p[k] + (q[k] - p[k]) * t);
const d = (points) => `M${points.map((p) => p.map((n) => Math.round(n * 10) / 10).join(" ")).join("L")}z`;

/** Three rows of chequers between two curves: every second square, as one path. */
function chequers(top, bottom, columns, rows = 3) {
  const corner = (column, row) => between(on(top, column / columns), on(bottom, column / columns), row / rows);
  let path = "";
  for (let column = 0; column < columns; column++) {
    for (let row = 0; row < rows; row++) {
      if ((column + row) % 2) continue;
      path += d([corner(column, row), corner(column + 1, row), corner(column + 1, row + 1), corner(column, row + 1)]);
    }
  }
  return path;
}

/** The shoulders that every drawn face stands on, in hi-vis with reflective strips and a dark collar. */
function jacket() {
  const { canvas } = JSON.parse(readFileSync(DEFINITION));
  const [, clothes, ink] = canvas.elements.filter(({ name }) => name === "path").map(({ attributes }) => attributes.d);
  const strip = (points) => `<path d="${points}" stroke="${STRIP_EDGE}" stroke-width="40"/><path d="${points}" stroke="${STRIP}" stroke-width="30"/>`;
  return `<clipPath id="j"><path d="${clothes}"/></clipPath>
<g clip-path="url(#j)"><path fill="${HIVIS}" d="M-60 560h820v300H-60z"/>
<path fill="none" stroke="${NAVY}" stroke-width="34" d="M222 590Q262 690 350 712 452 722 512 654 536 624 546 590"/>
<g fill="none">${strip("M150 600Q152 690 196 800")}${strip("M618 610Q610 700 560 800")}</g></g>
<path fill="#000" d="${ink}"/>`;
}

const CAP_TOP = [[228, 214], [380, 128], [566, 196]];
const BAND_TOP = [[236, 232], [392, 160], [572, 214]];
const BAND_LOW = [[240, 288], [396, 218], [570, 268]];

function cap() {
  const at = (points) => points.map((p) => p.join(" "));
  const [t0, t1, t2] = at(BAND_TOP);
  const [l0, l1, l2] = at(BAND_LOW);
  return `<g stroke="#000" stroke-width="9" stroke-linejoin="round">
<path fill="${NAVY}" d="M${t0}Q196 208 190 172Q196 120 300 92Q420 58 540 92Q628 118 634 168Q630 204 ${t2}Q${t1} ${t0}z"/>
<path fill="${WHITE}" d="M${t0}Q${t1} ${t2}L${l2}Q${l1} ${l0}z"/>
<path fill="${NAVY}" d="M330 248Q450 216 ${l2}Q640 296 640 322Q560 300 486 306Q400 312 350 300Q326 276 330 248z"/></g>
<path fill="none" stroke="${NAVY_LIT}" stroke-width="9" stroke-linecap="round" d="M214 160Q300 104 420 100"/>
<path fill="none" stroke="#5b6f9b" stroke-width="6" stroke-linecap="round" d="M372 284Q480 256 590 290"/>
<path fill="#000" d="${chequers(BAND_TOP, BAND_LOW, 12)}"/>${badge(446, 152, 1)}`;
}

/** A silver disc with a blue lamp: no force's crest. */
function badge(x, y, scale) {
  return `<g transform="translate(${x} ${y}) scale(${scale})" stroke="#000" stroke-width="6"><circle r="30" fill="#e3e9ef"/>
<path fill="#4da3ff" d="M-11 -14h22l6 8-8 22h-18l-8-22z"/></g>`;
}

function turbanMark() {
  return badge(470, 190, 1);
}

/** Over a photo, whose face could be anywhere: a chequered rim, and below it hi-vis with a cap. */
function frame() {
  const row = (radius, offset) => {
    const square = (2 * Math.PI * radius) / 48;
    return `<circle cx="64" cy="64" r="${radius}" stroke="${NAVY}" stroke-width="4" stroke-dasharray="${square.toFixed(3)}" stroke-dashoffset="${(offset * square).toFixed(3)}"/>`;
  };
  return `<clipPath id="r"><circle cx="64" cy="64" r="64"/></clipPath><g clip-path="url(#r)">
<path fill="${HIVIS}" stroke="#000" stroke-width="2" d="M0 106Q64 80 128 106V130H0z"/>
<path fill="none" stroke="${STRIP}" stroke-width="7" d="M0 119Q64 94 128 119"/></g>
<g fill="none"><circle cx="64" cy="64" r="60" stroke="#fff" stroke-width="8"/>${row(62, 0)}${row(58, 1)}</g>
<g transform="translate(26 83) scale(.092)">${cap()}</g>`;
}

const frame_ = (view, body) => `<svg xmlns="http://www.w3.org/2000/svg" fill="none" viewBox="${view}">${body}</svg>`;

/** Each layer by the name of its file; view: the frame of the faces. */
export const uniforms = (view) => ({
  cap: frame_(view, jacket() + cap()),
  turban: frame_(view, jacket() + turbanMark()),
  photo: frame_("0 0 128 128", frame()),
});
