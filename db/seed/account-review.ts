import { accountSegments } from "@/lib/health/account-segment";
import { derivedTraits } from "@/lib/health/derived-traits";
import { computeHealth, type Health } from "@/lib/health/health";
import { activeEvents, type SignalInput } from "@/lib/health/signals";
import { summariseUse, type UseDay } from "@/lib/health/use-summary";
import { type AccountStory, DAY_MS } from "@/db/seed/story/account-story";
import type { EventStory } from "@/db/seed/story/event-story";
import { renewalDayOf } from "@/db/seed/story/tell-account";
import type { Household } from "@/db/seed/story/tell-story";

/** No derived trait looks further back for people than this; what is older is kept as one sum per name. */
const WINDOW_DAYS = 92;
const OPINION_DAYS = 180;
const TERM_DAYS = 365;

/** What the workspace knew about an account at a moment of its past. Asked in order of time. */
export class AccountReviewer {
  readonly #older = new Map<string, UseDay>();
  #recent: UseDay[] = [];
  readonly #nps: EventStory[] = [];
  readonly #csat: EventStory[] = [];
  #members = 0;
  #arrChange: number | null = null;
  #next = 0;
  #days = new Map<string, { row: UseDay; persons: Set<string> }>();

  constructor(private readonly household: Household) {}

  /** Traits of the account at `nowMs`, events at that instant included. */
  at(nowMs: number): { traits: Record<string, unknown>; health: Health; segments: string[] } {
    this.#takeUntil(nowMs);
    const { account } = this.household;
    const ageDays = Math.floor((nowMs - account.startMs) / DAY_MS);
    const own: Record<string, unknown> = {
      ...ownTraits(account, nowMs),
      ...this.#opinions(nowMs),
      ...(this.#arrChange === null ? {} : { arr_change: this.#arrChange }),
    };
    const today = dayOf(nowMs);
    const rows = [...this.#older.values(), ...this.#recent.filter((row) => row.day <= today)];
    const input: SignalInput = {
      use: summariseUse(rows, today, activeEvents),
      traits: own,
      members: this.#members,
      ageDays,
    };
    const health = computeHealth(input);
    return {
      traits: { ...own, ...derivedTraits(input), health: health.score },
      health,
      segments: accountSegments(ageDays, health.score, null),
    };
  }

  #takeUntil(nowMs: number): void {
    const { events } = this.household;
    for (let event = events[this.#next]; event && event.atMs <= nowMs; event = events[++this.#next]) this.#take(event);
    const oldest = dayOf(nowMs - WINDOW_DAYS * DAY_MS);
    if (!this.#recent.some((row) => row.day < oldest)) return;
    const kept: UseDay[] = [];
    for (const row of this.#recent) {
      if (row.day >= oldest) {
        kept.push(row);
        continue;
      }
      const sum = this.#older.get(row.name);
      this.#older.set(row.name, { day: row.day, name: row.name, count: (sum?.count ?? 0) + row.count, persons: [] });
    }
    this.#recent = kept;
    for (const key of this.#days.keys()) if (key < oldest) this.#days.delete(key);
  }

  #take(event: EventStory): void {
    const day = dayOf(event.atMs);
    const key = `${day} ${event.name}`;
    let known = this.#days.get(key);
    if (!known) {
      known = { row: { day, name: event.name, count: 0, persons: [] }, persons: new Set() };
      this.#days.set(key, known);
    } else {
      this.#recent.splice(this.#recent.lastIndexOf(known.row), 1);
    }
    if (event.person) known.persons.add(event.person.id);
    known.row = { ...known.row, count: known.row.count + 1, persons: [...known.persons] };
    this.#recent.push(known.row);
    if (event.name === "signed_up") this.#members++;
    if (event.name === "nps_answered") this.#nps.push(event);
    if (event.name === "csat_answered") this.#csat.push(event);
    if (event.name === "plan_upgraded") this.#arrChange = 18;
    if (event.name === "contract_renewed") this.#arrChange ??= 0;
  }

  #opinions(nowMs: number): Record<string, number> {
    const scores = (events: readonly EventStory[]) =>
      events
        .filter((event) => event.atMs > nowMs - OPINION_DAYS * DAY_MS)
        .map((event) => Number(event.properties.score));
    const [nps, csat] = [scores(this.#nps), scores(this.#csat)];
    const balance = nps.filter((score) => score >= 9).length - nps.filter((score) => score <= 6).length;
    return {
      ...(nps.length === 0 ? {} : { nps: Math.round((100 * balance) / nps.length) }),
      ...(csat.length === 0
        ? {}
        : { csat: Math.round((10 * csat.reduce((sum, score) => sum + score, 0)) / csat.length) / 10 }),
    };
  }
}

/** When the current term ends, as known at `nowMs`. */
export function contractEndAt(account: AccountStory, nowMs: number): number {
  const firstEndMs = account.startMs + TERM_DAYS * DAY_MS;
  const isRenewed = account.course !== "churned" && nowMs >= account.startMs + (renewalDayOf(account) + 1) * DAY_MS;
  return isRenewed ? firstEndMs + TERM_DAYS * DAY_MS : firstEndMs;
}

function ownTraits(account: AccountStory, nowMs: number): Record<string, unknown> {
  return {
    ...storedTraits(account),
    id: account.id,
    externalId: account.slug,
    name: account.name,
    arr: account.arr,
    plan: account.plan,
    region: account.region,
    zone: account.zone,
    contractStart: new Date(account.startMs).toISOString(),
    contractEnd: new Date(contractEndAt(account, nowMs)).toISOString(),
    ownerId: account.ownerId,
  };
}

/** Traits as the customer's own systems send them. */
export function storedTraits(account: AccountStory): Record<string, unknown> {
  return { industry: account.industry, seats: account.seats, website: `https://${account.slug}.test` };
}

export function dayOf(atMs: number): string {
  return new Date(atMs).toISOString().slice(0, 10);
}
