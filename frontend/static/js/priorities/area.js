// The area of a proposal, drawn on the outline of its neighbourhood: [data-area]. Corners are tapped, or set by keyboard.
// Without this a street is named instead. What is kept is GeoJSON, to a thousandth of a degree.
const STEP = 20; // of the drawing’s box, for each press of an arrow key
const MARGIN = 10; // around the outline, as the server draws it
const SVG = "http://www.w3.org/2000/svg";
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

class Area {
  constructor(box) {
    this.box = box;
    this.words = box.dataset;
    this.drawing = box.querySelector("svg");
    this.polygon = box.querySelector("polygon");
    this.marks = box.querySelector("[data-corners]");
    this.cross = box.querySelector("[data-cross]");
    this.field = box.querySelector('input[name="area"]');
    this.status = box.querySelector("[data-status]");
    this.corners = this.read();
    const { width, height } = this.drawing.viewBox.baseVal;
    [this.width, this.height, this.at] = [width, height, [width / 2, height / 2]];
    this.drawing.addEventListener("click", (event) => this.tap(event));
    this.drawing.addEventListener("keydown", (event) => this.press(event));
    this.drawing.addEventListener("focus", () => this.show(this.drawing.matches(":focus-visible")));
    this.drawing.addEventListener("blur", () => this.show(false));
    box.querySelector("[data-undo]").addEventListener("click", () => this.set(this.corners.slice(0, -1)));
    box.querySelector("[data-clear]").addEventListener("click", () => this.set([]));
    box.hidden = false;
    this.draw();
  }

  /** The corners that the form came back with, in the drawing’s box. */
  read() {
    const points = this.polygon.getAttribute("points").split(" ").filter(Boolean);
    return points.map((point) => point.split(",").map(Number));
  }

  tap(event) {
    const point = new DOMPoint(event.clientX, event.clientY).matrixTransform(this.drawing.getScreenCTM().inverse());
    this.at = [point.x, point.y];
    this.set([...this.corners, this.at]);
  }

  press(event) {
    const arrow = ARROWS[event.key];
    if (arrow) this.move(arrow);
    else if (event.key === "Enter") this.set([...this.corners, this.at]);
    else if (event.key === "Backspace" || event.key === "Delete") this.set(this.corners.slice(0, -1));
    else return;
    event.preventDefault();
  }

  move([x, y]) {
    const within = (value, most) => Math.min(Math.max(value, 0), most);
    this.at = [within(this.at[0] + x * STEP, this.width), within(this.at[1] + y * STEP, this.height)];
    this.show(true);
  }

  show(shown) {
    this.cross.setAttribute("visibility", shown ? "visible" : "hidden");
    this.cross.setAttribute("transform", `translate(${this.at[0]} ${this.at[1]})`);
  }

  set(corners) {
    const had = this.corners.length;
    this.corners = corners;
    // The middle of what was drawn before, or a point: the new corners say where it is.
    for (const name of ["place_latitude", "place_longitude"]) this.field.form.elements[name].value = "";
    this.draw();
    const enough = corners.length > 2 ? this.words.done : `${this.words.said} ${this.words.more}`;
    this.status.textContent = corners.length || !had ? enough.replace("%(n)s", corners.length) : this.words.gone;
    this.field.dispatchEvent(new Event("input", { bubbles: true }));
  }

  draw() {
    this.polygon.setAttribute("points", this.corners.map((corner) => corner.map(Math.round).join(",")).join(" "));
    this.marks.replaceChildren(...this.corners.map(([x, y]) => mark(x, y)));
    this.field.value = this.corners.length > 2 ? JSON.stringify(this.geojson()) : "";
  }

  geojson() {
    const { west, north, across, down } = this.words;
    const ring = this.corners.map(([x, y]) => [
      round(Number(west) + (x - MARGIN) / Number(across)),
      round(Number(north) - (y - MARGIN) / Number(down)),
    ]);
    return { type: "Polygon", coordinates: [[...ring, ring[0]]] };
  }
}

/** As coarse as it is kept, with one digit more: what is small must not fall into a line before it is sent. */
function round(degrees) {
  return Number(degrees.toFixed(4));
}

function mark(x, y) {
  const corner = document.createElementNS(SVG, "circle");
  for (const [name, value] of Object.entries({ class: "bl-area__corner", cx: x, cy: y, r: 12 })) {
    corner.setAttribute(name, value);
  }
  return corner;
}

for (const box of document.querySelectorAll("[data-area]")) new Area(box);
