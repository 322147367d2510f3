// A walk in time: the same sums as the server's (rooms/floor/walks.py), on its clock.
import { distance } from "./plan.js";

let ahead = 0; // ms that the server's clock is ahead of ours

export function setClock(now, asked) {
  ahead = Date.parse(now) - (Date.now() + asked) / 2;
}

/** The server's time, in seconds. */
export const serverTime = () => (Date.now() + ahead) / 1000;

/** {path: corners, at, speed} as it comes; `from`: where the person is drawn until it begins. */
export function walkOf({ path, at, speed }, from = path[0]) {
  return { path, at: Date.parse(at) / 1000, speed, from, heard: serverTime() };
}

export const endOf = (walk) => walk.path[walk.path.length - 1];

export function arrivalOf({ path, at, speed }) {
  return path.slice(1).reduce((time, tile, n) => time + distance(path[n], tile) / speed, at);
}

/** Where somebody is at a time, between the tiles too. */
export function pointAt(walk, time) {
  const { path, at, speed, from, heard } = walk;
  if (time <= at) return between(from, path[0], at > heard ? (time - heard) / (at - heard) : 1);
  let left = (time - at) * speed;
  for (let n = 1; n < path.length; n += 1) {
    const length = distance(path[n - 1], path[n]);
    if (left < length) return between(path[n - 1], path[n], left / length);
    left -= length;
  }
  return endOf(walk);
}

/** The tile that is reached next: where another walk begins. */
export function nextTile(walk, time) {
  const point = pointAt(walk, time);
  const tiles = filled(walk.path);
  const [x, y] = endOf(walk);
  const left = tiles.filter((tile) => onTheWay(tile, point, tiles));
  return left[0] ?? [x, y];
}

function onTheWay(tile, point, tiles) {
  const done = tiles.findIndex((each) => distance(each, point) < 1);
  return tiles.indexOf(tile) >= done + (distance(tiles[done] ?? point, point) < 0.01 ? 0 : 1);
}

function filled(path) {
  return path.slice(1).reduce((tiles, [toX, toY], n) => {
    const [x, y] = path[n];
    const count = Math.max(Math.abs(toX - x), Math.abs(toY - y));
    for (let k = 1; k <= count; k += 1) tiles.push([x + (toX - x) * k / count, y + (toY - y) * k / count]);
    return tiles;
  }, [path[0]]);
}

function between([x, y], [toX, toY], share) {
  const part = Math.min(1, Math.max(0, share));
  return [x + (toX - x) * part, y + (toY - y) * part];
}
