import type { PlacedPath, Point } from "./layout";

const RADIUS = 10;
const TURN = 18;

/** The corners of a path: down, across to its lane, down, across to its end, down. */
export function cornersOf(path: Pick<PlacedPath, "start" | "end" | "laneX" | "isBack">): Point[] {
  const { start, end, laneX, isBack } = path;
  if (isBack) {
    return [
      start,
      { x: start.x, y: start.y + TURN },
      { x: laneX, y: start.y + TURN },
      { x: laneX, y: end.y - TURN },
      { x: end.x, y: end.y - TURN },
      end,
    ];
  }
  const points = [start];
  if (laneX !== start.x) points.push({ x: start.x, y: start.y + TURN }, { x: laneX, y: start.y + TURN });
  if (laneX !== end.x) points.push({ x: laneX, y: end.y - TURN }, { x: end.x, y: end.y - TURN });
  points.push(end);
  return points;
}

/** SVG path data through corners, rounded by at most 10 px. */
export function roundedLine(points: readonly Point[]): string {
  const [first, ...rest] = points;
  if (!first) return "";
  let d = `M${first.x} ${first.y}`;
  for (let i = 0; i < rest.length; i++) {
    const at = rest[i] as Point;
    const next = rest[i + 1];
    if (!next) {
      d += `L${at.x} ${at.y}`;
      break;
    }
    const before = (i === 0 ? first : rest[i - 1]) as Point;
    const r = Math.min(RADIUS, distance(before, at) / 2, distance(at, next) / 2);
    const into = towards(at, before, r);
    const out = towards(at, next, r);
    d += `L${into.x} ${into.y}Q${at.x} ${at.y} ${out.x} ${out.y}`;
  }
  return d;
}

/** The middle of the longest part, where the `+` stands. */
export function middleOf(points: readonly Point[]): Point {
  let best = { length: -1, x: 0, y: 0 };
  for (let i = 1; i < points.length; i++) {
    const [a, b] = [points[i - 1] as Point, points[i] as Point];
    const isUpright = a.x === b.x;
    const length = distance(a, b) + (isUpright ? 1000 : 0);
    if (length > best.length) best = { length, x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
  }
  return { x: best.x, y: best.y };
}

/** Where the chip sits: on the lane, 12 px after the split. */
export function chipSpot(path: Pick<PlacedPath, "start" | "end" | "laneX" | "isBack" | "isSplit">): Point {
  if (path.isBack) return { x: path.laneX, y: (path.start.y + path.end.y) / 2 };
  return { x: path.laneX, y: path.start.y + (path.isSplit ? TURN + 4 : 16) };
}

const distance = (a: Point, b: Point): number => Math.abs(a.x - b.x) + Math.abs(a.y - b.y);

function towards(from: Point, to: Point, by: number): Point {
  const length = distance(from, to);
  if (length === 0) return from;
  return { x: from.x + ((to.x - from.x) * by) / length, y: from.y + ((to.y - from.y) * by) / length };
}
