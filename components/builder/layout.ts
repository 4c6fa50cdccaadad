import { graphlib, layout as dagre } from "@dagrejs/dagre";
import type { JourneyDocument } from "@/lib/journey/document";
import type { JourneyLayout } from "@/lib/journey/edit/journey-draft";
import { pathKey } from "@/lib/journey/edit/path-key";
import { portsOf } from "@/lib/journey/edit/ports-of";
import { stepRows } from "./step-rows";

export const CARD_WIDTH = 224;
export const CARD_HEIGHT = 52;
export const CARD_HEIGHT_METRICS = 80;
const NODE_GAP = 48;
const ROW_GAP = 56;
const ROW_GAP_TIGHT = 80;
const BAND_ABOVE = 40;
const BAND_BELOW = 34;
const LANE_WIDTH = 136;

export interface Point {
  x: number;
  y: number;
}
export interface Placed {
  /** Top left corner of each card. */
  steps: ReadonlyMap<string, Point>;
  paths: ReadonlyMap<string, PlacedPath>;
  bands: readonly { stateId: string; top: number; bottom: number }[];
  openEnds: readonly OpenEnd[];
  cardHeight: number;
  width: number;
  height: number;
  left: number;
}
export interface PlacedPath {
  key: string;
  from: string;
  port: string;
  to: string;
  start: Point;
  end: Point;
  /** Where the path runs down between its ends. */
  laneX: number;
  isBack: boolean;
  /** Several paths leave the same step: the chip names the way. */
  isSplit: boolean;
  isMerge: boolean;
}
export interface OpenEnd {
  key: string;
  from: string;
  port: string;
  start: Point;
  laneX: number;
  y: number;
}

/**
 * Places every card, path and open end: rows per state from top to bottom, states stacked, columns by dagre. The order
 * of branches is the order of ports, so the same journey always looks the same.
 */
export function layoutJourney(document: JourneyDocument, layout: JourneyLayout, cardHeight: number): Placed {
  const { rowOf, bands, back } = stepRows(document);
  const open = openPorts(document);
  const columns = columnsOf(document, rowOf, back, open);

  const fanOut = countBy([...document.paths, ...open], (one) => one.from);
  const fanIn = countBy(document.paths, (path) => path.to);
  // Ways that split and join again within one gap need room for their chips.
  const tight = new Set(
    document.paths
      .filter((path) => (fanOut.get(path.from) ?? 0) > 1 && (fanIn.get(path.to) ?? 0) > 1)
      .map((path) => rowOf.get(path.from) ?? 0),
  );
  const rowTop: number[] = [];
  const placedBands: { stateId: string; top: number; bottom: number }[] = [];
  let y = 0;
  for (const band of bands) {
    const top = y;
    y += BAND_ABOVE;
    for (let row = band.first; row <= band.last; row++) {
      rowTop[row] = y;
      y += cardHeight + (row < band.last ? (tight.has(row) ? ROW_GAP_TIGHT : ROW_GAP) : 0);
    }
    const hangs = open.some((one) => rowOf.get(one.from) === band.last);
    y += hangs ? ROW_GAP + 12 : BAND_BELOW;
    placedBands.push({ stateId: band.stateId, top, bottom: y });
  }

  const steps = new Map<string, Point>();
  for (const step of document.steps) {
    const offset = layout.offsets[step.id];
    const x = Math.round((columns.centre.get(step.id) ?? 0) - CARD_WIDTH / 2);
    steps.set(step.id, { x: x + (offset?.dx ?? 0), y: (rowTop[rowOf.get(step.id) ?? 0] ?? 0) + (offset?.dy ?? 0) });
  }
  const bottomOf = (id: string): Point => {
    const at = steps.get(id) ?? { x: 0, y: 0 };
    return { x: at.x + CARD_WIDTH / 2, y: at.y + cardHeight };
  };
  const lanes = sideBySide(document, rowOf, columns);
  const paths = new Map<string, PlacedPath>();
  const all = [...steps.values()];
  const left = Math.min(0, ...all.map((one) => one.x));
  let backLane = left - 40;
  for (const path of document.paths) {
    const key = pathKey(path);
    const target = steps.get(path.to);
    if (!target || !steps.has(path.from)) continue;
    const start = bottomOf(path.from);
    const end = { x: target.x + CARD_WIDTH / 2, y: target.y };
    const isBack = back.has(key);
    const laneX = isBack ? backLane : (lanes.get(key) ?? columns.lane.get(key) ?? end.x);
    if (isBack) backLane -= 20;
    paths.set(key, {
      key,
      from: path.from,
      port: path.port,
      to: path.to,
      start,
      end,
      laneX,
      isBack,
      isSplit: (fanOut.get(path.from) ?? 0) > 1,
      isMerge: (fanIn.get(path.to) ?? 0) > 1,
    });
  }
  const openEnds = open.map((one) => {
    const start = bottomOf(one.from);
    return { ...one, start, laneX: columns.lane.get(one.key) ?? start.x, y: start.y + ROW_GAP };
  });
  const right = Math.max(CARD_WIDTH, ...all.map((one) => one.x + CARD_WIDTH), ...openEnds.map((one) => one.laneX + 40));
  return { steps, paths, bands: placedBands, openEnds, cardHeight, left, width: right - left, height: y };
}

interface OpenPort {
  key: string;
  from: string;
  port: string;
}

function openPorts(document: JourneyDocument): OpenPort[] {
  const taken = new Set(document.paths.map(pathKey));
  return document.steps.flatMap((step) =>
    portsOf(step)
      .filter((port) => !port.optional && !taken.has(pathKey({ from: step.id, port: port.name })))
      .map((port) => ({ key: pathKey({ from: step.id, port: port.name }), from: step.id, port: port.name })),
  );
}

/** Columns by dagre: our rows are given as ranks, so that states stay bands; dagre orders and spaces them. */
function columnsOf(
  document: JourneyDocument,
  rowOf: ReadonlyMap<string, number>,
  back: ReadonlySet<string>,
  open: readonly OpenPort[],
) {
  const graph = new graphlib.Graph({ multigraph: true });
  const row = (id: string): number =>
    id.startsWith("open ") ? (rowOf.get(id.slice(5, id.indexOf(":"))) ?? 0) + 1 : (rowOf.get(id) ?? 0);
  const ranker = (ranked: typeof graph): void => {
    for (const id of ranked.nodes())
      ranked.node(id).rank = (rowOf.has(id) || id.startsWith("open ") ? row(id) : -1) * 2;
  };
  // dagre takes a function as ranker; its types know only the names of its own.
  graph.setGraph({
    rankdir: "TB",
    nodesep: NODE_GAP,
    edgesep: 24,
    ranksep: ROW_GAP,
    ranker: ranker as unknown as string,
  });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const step of document.steps) graph.setNode(step.id, { width: CARD_WIDTH, height: CARD_HEIGHT });
  for (const one of open) graph.setNode(`open ${one.key}`, { width: LANE_WIDTH, height: 24 });

  const order = portOrder(document);
  const forward = [
    ...document.paths
      .filter((path) => !back.has(pathKey(path)) && row(path.from) < row(path.to))
      .map((path) => ({ key: pathKey(path), from: path.from, to: path.to })),
    ...open.map((one) => ({ key: one.key, from: one.from, to: `open ${one.key}` })),
  ].sort((a, b) => (order.get(a.key) ?? 0) - (order.get(b.key) ?? 0));
  const fanOut = countBy(forward, (one) => one.from);
  for (const one of forward) {
    const width = (fanOut.get(one.from) ?? 0) > 1 ? LANE_WIDTH : 1;
    graph.setEdge(one.from, one.to, { minlen: 1, weight: 1, width, height: 1, labelpos: "c" }, one.key);
  }
  // Our order of nodes and edges is the order of branches; dagre's crossing heuristic would swap them.
  dagre(graph, { disableOptimalOrderHeuristic: true });

  const centre = new Map<string, number>();
  const first = document.steps[0];
  const shift = first ? (graph.node(first.id).x ?? 0) : 0;
  for (const step of document.steps) centre.set(step.id, graph.node(step.id).x - shift);
  const lane = new Map<string, number>();
  for (const edge of graph.edges()) {
    const { x } = graph.edge(edge) as { x?: number };
    if (edge.name !== undefined && x !== undefined) lane.set(edge.name, Math.round(x - shift));
  }
  return { centre, lane };
}

/** Ways that part and meet again in the very next row run evenly on both sides of the step they leave. */
function sideBySide(
  document: JourneyDocument,
  rowOf: ReadonlyMap<string, number>,
  { centre }: { centre: ReadonlyMap<string, number> },
): Map<string, number> {
  const lanes = new Map<string, number>();
  for (const step of document.steps) {
    const order = portsOf(step).map((port) => port.name);
    const own = document.paths
      .filter((path) => path.from === step.id)
      .sort((a, b) => order.indexOf(a.port) - order.indexOf(b.port));
    const [first] = own;
    const isOne =
      first !== undefined &&
      own.length > 1 &&
      own.every((path) => path.to === first.to) &&
      rowOf.get(first.to) === (rowOf.get(step.id) ?? 0) + 1;
    if (!isOne) continue;
    const middle = Math.round(centre.get(step.id) ?? 0);
    for (const [index, path] of own.entries())
      lanes.set(pathKey(path), middle + (index - (own.length - 1) / 2) * LANE_WIDTH);
  }
  return lanes;
}

function portOrder(document: JourneyDocument): Map<string, number> {
  const order = new Map<string, number>();
  for (const step of document.steps)
    for (const port of portsOf(step)) order.set(pathKey({ from: step.id, port: port.name }), order.size);
  return order;
}

function countBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
  return counts;
}
