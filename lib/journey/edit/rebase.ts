import type { JourneyDraft } from "./journey-draft";

/** A field both sides changed differently. `where` says it in words a person can find. */
export interface Clash {
  where: string;
  mine: unknown;
  theirs: unknown;
}

type Json = unknown;
type Dict = Record<string, Json>;

/**
 * Brings my changes since `base` onto `theirs`, matching steps, states and paths by id: different things or different
 * fields merge silently; where both changed one field, mine stays and the clash is listed.
 */
export function rebase(
  base: JourneyDraft,
  mine: JourneyDraft,
  theirs: JourneyDraft,
): { draft: JourneyDraft; clashes: Clash[] } {
  const clashes: Clash[] = [];
  const merged = merge(base, mine, theirs, "", clashes) as JourneyDraft;
  return { draft: withoutLoosePaths(merged), clashes };
}

function merge(base: Json, mine: Json, theirs: Json, where: string, clashes: Clash[]): Json {
  if (same(mine, base)) return theirs;
  if (same(theirs, base) || same(mine, theirs)) return mine;
  if (isKeyed(mine) && isKeyed(theirs)) return mergeLists(isKeyed(base) ? base : [], mine, theirs, where, clashes);
  if (isDict(mine) && isDict(theirs)) return mergeDicts(isDict(base) ? base : {}, mine, theirs, where, clashes);
  clashes.push({ where, mine, theirs });
  return mine;
}

function mergeDicts(base: Dict, mine: Dict, theirs: Dict, where: string, clashes: Clash[]): Dict {
  const keys = [...new Set([...Object.keys(theirs), ...Object.keys(mine)])];
  const merged = keys.map((key) => [key, merge(base[key], mine[key], theirs[key], say(where, key), clashes)] as const);
  return Object.fromEntries(merged.filter(([, value]) => value !== undefined));
}

function mergeLists(base: Dict[], mine: Dict[], theirs: Dict[], where: string, clashes: Clash[]): Dict[] {
  const [inBase, inMine, inTheirs] = [byKey(base), byKey(mine), byKey(theirs)];
  const merged: Dict[] = [];
  for (const [key, other] of inTheirs) {
    const own = inMine.get(key);
    const old = inBase.get(key);
    if (own) merged.push(merge(old, own, other, say(where, nameOf(own)), clashes) as Dict);
    else if (!old) merged.push(other);
    else if (!same(old, other)) {
      merged.push(other);
      clashes.push({ where: say(where, nameOf(other)), mine: undefined, theirs: other });
    }
  }
  for (const [key, own] of inMine) {
    if (inTheirs.has(key)) continue;
    const old = inBase.get(key);
    if (old && same(old, own)) continue;
    if (old) clashes.push({ where: say(where, nameOf(own)), mine: own, theirs: undefined });
    merged.splice(placeAfter(merged, mine, own), 0, own);
  }
  return merged;
}

/** Keeps my new items beside the neighbour they had in my list. */
function placeAfter(merged: Dict[], mine: Dict[], own: Dict): number {
  for (let i = mine.indexOf(own) - 1; i >= 0; i--) {
    const before = mine[i];
    const at = before ? merged.findIndex((item) => keyOf(item) === keyOf(before)) : -1;
    if (at >= 0) return at + 1;
  }
  return merged.length;
}

function withoutLoosePaths(draft: JourneyDraft): JourneyDraft {
  const ids = new Set(draft.document.steps.map((step) => step.id));
  const paths = draft.document.paths.filter((path) => ids.has(path.from) && ids.has(path.to));
  return paths.length === draft.document.paths.length ? draft : { ...draft, document: { ...draft.document, paths } };
}

function same(a: Json, b: Json): boolean {
  return a === b || (typeof a === "object" && typeof b === "object" && JSON.stringify(a) === JSON.stringify(b));
}

const isDict = (value: Json): value is Dict => typeof value === "object" && value !== null && !Array.isArray(value);
const isKeyed = (value: Json): value is Dict[] =>
  Array.isArray(value) && value.every((item) => isDict(item) && keyOf(item) !== undefined);

function keyOf(item: Dict): string | undefined {
  if (typeof item.id === "string") return item.id;
  return typeof item.from === "string" && typeof item.port === "string" ? `${item.from}:${item.port}` : undefined;
}

const byKey = (items: Dict[]): Map<string, Dict> => new Map(items.map((item) => [keyOf(item) ?? "", item]));
const nameOf = (item: Dict): string => (typeof item.name === "string" ? item.name : (keyOf(item) ?? ""));
const say = (where: string, part: string): string =>
  ["document", "layout", "steps", "states"].includes(part) ? where : where === "" ? part : `${where}, ${part}`;
