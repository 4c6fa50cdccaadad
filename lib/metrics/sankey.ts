/** Enrollments that took exactly these steps, in order, and whether they have ended. */
export interface Walk {
  steps: readonly string[];
  count: number;
  ended: boolean;
}

export interface SankeyStep {
  name: string;
  state: string;
  /** Steps on which a journey ends as designed. */
  isExit: boolean;
}

export interface SankeyItem {
  id: string;
  column: number;
  /** Null for the folded rest of a column. */
  stepId: string | null;
  name: string;
  state: string | null;
  count: number;
  /** Ended here although this is no exit: stopped, withdrawn, or left by a rule. */
  dropped: number;
  /** Are here now. */
  waiting: number;
  /** Reached an exit here. */
  completed: number;
  /** Went on past the last column shown. */
  beyond: number;
  /** Places in `walks` that pass here, for tracing a path by who took it. */
  walks: number[];
}

export interface SankeyLink {
  from: string;
  to: string;
  count: number;
  /** Of all who started, 0…1. */
  share: number;
  /** Under 1% of starters: hidden until asked for. */
  isSmall: boolean;
  /** Places in `walks` that pass here. */
  walks: number[];
}

export interface Sankey {
  columns: { items: SankeyItem[]; count: number; dropped: number }[];
  items: SankeyItem[];
  links: SankeyLink[];
  starters: number;
  walks: readonly Walk[];
}

export interface SankeyLimits {
  columnsMax: number;
  itemsMax: number;
  smallShare: number;
}

const defaultLimits: SankeyLimits = { columnsMax: 7, itemsMax: 12, smallShare: 0.01 };
/** The fourth visit and later ones share an item. */
const VISITS_APART = 3;
const ordinals = ["", "", "2nd time", "3rd time", "again"];

/** Lay walks out in columns: the n-th step of a walk is in column n, so a loop unrolls and no link can point back.
 * A step visited again is its own item ("Call, 2nd time"), the fourth and later visits fold into "again"; the smallest
 * items beyond `itemsMax` a column fold into "Other". In every column: count in = out + dropped + waiting + completed + beyond. */
export function prepareSankey(
  walks: readonly Walk[],
  steps: ReadonlyMap<string, SankeyStep>,
  limits: Partial<SankeyLimits> = {},
): Sankey {
  const limit = { ...defaultLimits, ...limits };
  const counted = walks.filter((walk) => walk.count > 0 && walk.steps.length > 0);
  const placed = counted.map((walk) => placeOf(walk, limit.columnsMax));
  const names = foldSmall(counted, placed, limit.itemsMax);
  const items = new Map<string, SankeyItem>();
  const links = new Map<string, SankeyLink>();
  const starters = counted.reduce((sum, walk) => sum + walk.count, 0);

  counted.forEach((walk, place) => {
    const ids = (placed[place] ?? []).map((id) => names.get(id) ?? id);
    ids.forEach((id, column) => {
      const item = items.get(id) ?? newItem(id, column, steps);
      items.set(id, item);
      item.count += walk.count;
      item.walks.push(place);
      const next = ids[column + 1];
      if (next !== undefined) addLink(links, id, next, walk.count, place);
      else settle(item, walk, column, steps);
    });
  });

  const order = [...steps.keys()];
  const sorted = [...items.values()].sort(
    (a, b) => a.column - b.column || rank(a, order) - rank(b, order) || (a.id < b.id ? -1 : 1),
  );
  const drawn = [...links.values()].map((link) => ({
    ...link,
    share: link.count / starters,
    isSmall: link.count / starters < limit.smallShare,
  }));
  guardForward(drawn, items);
  return { columns: columnsOf(sorted), items: nameOthers(sorted, names), links: drawn, starters, walks: counted };
}

/** Column, step and visit of each place of a walk, as item ids. */
function placeOf(walk: Walk, columnsMax: number): string[] {
  const visits = new Map<string, number>();
  return walk.steps.slice(0, columnsMax).map((step, column) => {
    const visit = (visits.get(step) ?? 0) + 1;
    visits.set(step, visit);
    return `${column}/${Math.min(visit, VISITS_APART + 1)}/${step}`;
  });
}

const otherId = (column: number): string => `${column}/0/`;

/** Item id → id of its column's "Other", for items that do not make the column's limit. */
function foldSmall(walks: readonly Walk[], placed: readonly string[][], itemsMax: number): Map<string, string> {
  const counts: Map<string, number>[] = [];
  placed.forEach((ids, place) => {
    ids.forEach((id, column) => {
      counts[column] ??= new Map();
      counts[column].set(id, (counts[column].get(id) ?? 0) + (walks[place]?.count ?? 0));
    });
  });
  const folded = new Map<string, string>();
  counts.forEach((column, place) => {
    if (column.size <= itemsMax) return;
    const byCount = [...column].sort(([a, countA], [b, countB]) => countB - countA || (a < b ? -1 : 1));
    for (const [id] of byCount.slice(itemsMax - 1)) folded.set(id, otherId(place));
  });
  return folded;
}

function newItem(id: string, column: number, steps: ReadonlyMap<string, SankeyStep>): SankeyItem {
  const [, visit = "1", ...rest] = id.split("/");
  const stepId = rest.join("/");
  const step = steps.get(stepId);
  const again = ordinals[Number(visit)];
  const name = `${step?.name ?? stepId}${again ? `, ${again}` : ""}`;
  return {
    id,
    column,
    stepId: visit === "0" ? null : stepId,
    name,
    state: step?.state ?? null,
    count: 0,
    dropped: 0,
    waiting: 0,
    completed: 0,
    beyond: 0,
    walks: [],
  };
}

function addLink(links: Map<string, SankeyLink>, from: string, to: string, count: number, place: number): void {
  const key = `${from} ${to}`;
  const link = links.get(key) ?? { from, to, count: 0, share: 0, isSmall: false, walks: [] };
  links.set(key, link);
  link.count += count;
  link.walks.push(place);
}

/** Where a walk stops being drawn: it went on, it is done, it was lost, or it is still there. */
function settle(item: SankeyItem, walk: Walk, column: number, steps: ReadonlyMap<string, SankeyStep>): void {
  if (column < walk.steps.length - 1) item.beyond += walk.count;
  else if (steps.get(walk.steps[column] ?? "")?.isExit) item.completed += walk.count;
  else if (walk.ended) item.dropped += walk.count;
  else item.waiting += walk.count;
}

const rank = (item: SankeyItem, order: readonly string[]): number =>
  item.stepId === null ? Number.POSITIVE_INFINITY : order.indexOf(item.stepId);

function nameOthers(items: SankeyItem[], folded: ReadonlyMap<string, string>): SankeyItem[] {
  for (const item of items)
    if (item.stepId === null) item.name = `Other (${[...folded.values()].filter((id) => id === item.id).length})`;
  return items;
}

function columnsOf(items: readonly SankeyItem[]): Sankey["columns"] {
  const columns: Sankey["columns"] = [];
  for (const item of items) {
    columns[item.column] ??= { items: [], count: 0, dropped: 0 };
    const column = columns[item.column] as Sankey["columns"][number];
    column.items.push(item);
    column.count += item.count;
    column.dropped += item.dropped;
  }
  return columns;
}

function guardForward(links: readonly SankeyLink[], items: ReadonlyMap<string, SankeyItem>): void {
  for (const link of links) {
    const [from, to] = [items.get(link.from), items.get(link.to)];
    if (!from || !to || to.column <= from.column)
      throw new Error(
        `This flow cannot be drawn: the link from ${from?.name ?? link.from} to ${to?.name ?? link.to} does not lead forward.`,
      );
  }
}
