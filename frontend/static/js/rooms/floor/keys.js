// Walking by the arrow keys: a tap is a step, holding a key walks on until it is let go.
import { isFree } from "./plan.js";

const WAYS = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] };

/** here(): the tile that one gets to next, null for who does not stand; walk(tile). */
export function startKeys(stage, { here, walk }) {
  let held = null;

  stage.addEventListener("keydown", (event) => {
    const way = WAYS[event.key];
    const from = here();
    if (!way || !from || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    if (event.repeat && held === event.key) return;
    held = event.repeat ? event.key : null;
    const to = event.repeat ? farthest(from, way) : plus(from, way);
    if (isFree(to) && String(to) !== String(from)) walk(to);
  });
  const letGo = () => {
    if (held && here()) walk(here());
    held = null;
  };
  stage.addEventListener("keyup", (event) => WAYS[event.key] && letGo());
  stage.addEventListener("blur", letGo);
}

const plus = ([x, y], [dx, dy]) => [x + dx, y + dy];

function farthest(from, way) {
  let tile = from;
  while (isFree(plus(tile, way))) tile = plus(tile, way);
  return tile;
}
