// Walking by a tap: on a thing to use it, on the floor to stand there.
import { byId } from "../page.js";
import { isFree, nearestFree, tileAt, unitsOf } from "./plan.js";

/** use(kind): a thing was tapped; walk(tile): the floor was. */
export function startTaps(stage, { use, walk }) {
  const svg = byId("floor-svg");
  stage.addEventListener("click", (event) => {
    const place = event.target.closest("[data-place]");
    if (place) event.preventDefault();
    if (place) return use(place.dataset.place);
    const point = new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM().inverse());
    const tile = tileAt(point.x, point.y);
    walk(isFree(tile) ? tile : nearestFree(tile));
  });
}

/** A ring where one is going; null takes it away. */
export function mark(tile) {
  const ring = byId("floor-target");
  if (!ring) return;
  ring.setAttribute("visibility", tile ? "visible" : "hidden");
  if (tile) ring.setAttribute("transform", `translate(${unitsOf(tile).join(" ")})`);
}
