// The plan as the page has it: where one can walk, and from where things are used. Tiles are [column, row].
import { byId } from "../page.js";

const TILE = 40; // units of the drawing
const FEET = [TILE / 2, TILE - 6];

export const floor = byId("floor");
export const plan = JSON.parse(floor.dataset.plan);

export const isFree = ([x, y]) => plan.rows[y]?.[x] === ".";

/** Where the feet of somebody are drawn who is at a point of the grid. */
export const unitsOf = ([x, y]) => [x * TILE + FEET[0], y * TILE + FEET[1]];

/** The tile at a point of the drawing. */
export const tileAt = (x, y) => [Math.floor(x / TILE), Math.floor(y / TILE)];

export const distance = (a, b) => Math.hypot(a[0] - b[0], a[1] - b[1]);

/** The free tile nearest to this one: a tap on the furniture means beside it. */
export function nearestFree(tile) {
  let best = null;
  plan.rows.forEach((row, y) => [...row].forEach((_, x) => {
    if (isFree([x, y]) && (!best || distance([x, y], tile) < distance(best, tile))) best = [x, y];
  }));
  return best;
}

/** What somebody on a tile is at, as the server sees it too: what is used from there, or from beside it. */
export function placeAt(tile) {
  const near = Object.entries(plan.places).flatMap(([kind, use]) => use.map((at) => [distance(at, tile), kind]));
  const [closest] = near.sort((a, b) => a[0] - b[0]);
  return closest && closest[0] < 2 ? closest[1] : null;
}
