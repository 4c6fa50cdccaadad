import type { AccountRow, PersonRow } from "@/db/queries/tick/load-subjects";
import { toTimeMs } from "@/lib/audience/operators";
import type { ConfigOf } from "@/lib/journey/kinds/config";
import { updateTraits } from "@/lib/journey/update-traits";
import { isZone } from "@/lib/time/is-zone";

type Traits = Readonly<Record<string, unknown>>;

const string = (value: unknown): string | null =>
  typeof value === "string" && value.trim() !== "" ? value.trim() : null;

function date(value: unknown): Date | null {
  const ms = toTimeMs(value);
  return Number.isFinite(ms) ? new Date(ms) : null;
}

/** Null removes a trait, as senders of Segment's format expect. */
function merged(before: Traits, given: Traits): Record<string, unknown> {
  const next: Record<string, unknown> = { ...before };
  for (const [name, value] of Object.entries(given)) {
    if (value === null) delete next[name];
    else next[name] = value;
  }
  return next;
}

function countryOf(traits: Traits): string | null {
  const address = traits.address as Traits | undefined;
  const country = string(traits.country) ?? string(traits.region) ?? string(address?.country);
  return country !== null && /^[a-z]{2}$/i.test(country) ? country.toUpperCase() : null;
}

function zoneOf(traits: Traits): string | null {
  const zone = string(traits.timezone) ?? string(traits.zone);
  return zone !== null && isZone(zone) ? zone : null;
}

/** A person after an identify: traits merged, and those the product reads itself kept in their own columns. */
export function mergePersonTraits(row: PersonRow, given: Traits): PersonRow {
  const fullName = [
    string(given.firstName) ?? string(given.first_name),
    string(given.lastName) ?? string(given.last_name),
  ]
    .filter(Boolean)
    .join(" ");
  return {
    ...row,
    traits: merged(row.traits, given),
    email: string(given.email)?.toLowerCase() ?? row.email,
    phone: string(given.phone) ?? row.phone,
    name: string(given.name) ?? (fullName || row.name),
    zone: zoneOf(given) ?? row.zone,
    region: countryOf(given) ?? row.region,
  };
}

/** An account after a group call. */
export function mergeAccountTraits(row: AccountRow, given: Traits): AccountRow {
  return {
    ...row,
    traits: merged(row.traits, given),
    name: string(given.name) ?? row.name,
    plan: string(given.plan) ?? row.plan,
    arr: typeof given.arr === "number" && Number.isFinite(given.arr) ? given.arr : row.arr,
    zone: zoneOf(given) ?? row.zone,
    region: countryOf(given) ?? row.region,
    contract_start: date(given.contractStart ?? given.contract_start) ?? row.contract_start,
    contract_end: date(given.contractEnd ?? given.contract_end) ?? row.contract_end,
  };
}

type Changes = ConfigOf<"update">["set"];

/** What an update step sets, as a sender would say it, so that plan or e-mail reach their own columns too. */
function said(set: Changes): Record<string, unknown> {
  return Object.fromEntries(set.flatMap((change) => (change.op === "set" ? [[change.trait, change.value]] : [])));
}

export function updatePerson(row: PersonRow, set: Changes): PersonRow {
  return mergePersonTraits({ ...row, traits: updateTraits(row.traits, set) }, said(set));
}

export function updateAccount(row: AccountRow, set: Changes): AccountRow {
  return mergeAccountTraits({ ...row, traits: updateTraits(row.traits, set) }, said(set));
}
