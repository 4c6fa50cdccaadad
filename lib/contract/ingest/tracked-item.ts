import { z } from "zod";
import { trackedTypes, type TrackedType } from "@/lib/contract/ingest/call";
import { cleanJson, cleanText, JsonProblem } from "@/lib/contract/ingest/clean-json";
import { INGEST_ID_CHARACTERS_MAX, INGEST_NAME_CHARACTERS_MAX } from "@/lib/contract/ingest/limits";

/** One checked item of the tracking API. Times are what the sender's clock said. */
export interface TrackedItem {
  type: TrackedType;
  /** Of a track: the event; of a page or screen: its name; else the type. */
  name: string;
  messageId: string | null;
  userId: string | null;
  anonymousId: string | null;
  /** Of a group; of any other item from `context.groupId`: the account it happened in. */
  groupId: string | null;
  previousId: string | null;
  timestampMs: number | null;
  sentAtMs: number | null;
  /** Traits of an identify or group, properties of the others. */
  properties: Record<string, unknown>;
  context: Record<string, unknown>;
}

export interface ItemProblem {
  field: string;
  reason: string;
}

const idReason = `Must be a text or a number of at most ${INGEST_ID_CHARACTERS_MAX} characters.`;
/** Clients send null or "" for an id they do not have. */
const id = z
  .union([z.string(), z.number()], { error: idReason })
  .transform((value) => String(value).trim())
  .refine((value) => value.length <= INGEST_ID_CHARACTERS_MAX && cleanText(value) === value, { error: idReason })
  .nullish()
  .transform((value) => value || null);

const timeReason = "Must be a time in ISO 8601 (2026-05-01T12:00:00Z) or in milliseconds since 1970.";
const TIME_MS_MAX = 8_640_000_000_000_000;
const time = z
  .union([z.string(), z.number()], { error: timeReason })
  .transform((value) => (typeof value === "number" ? value : Date.parse(value)))
  .refine((value) => Number.isFinite(value) && value >= 0 && value <= TIME_MS_MAX, { error: timeReason })
  .nullish()
  .transform((value) => value ?? null);

const object = (noun: string) =>
  z
    .custom<Record<string, unknown>>((value) => value !== null && typeof value === "object" && !Array.isArray(value), {
      error: `Must be an object of ${noun}, such as { "plan": "pro" }.`,
    })
    .nullish()
    .transform((value) => value ?? {});

const nameReason = `Must be a text of at most ${INGEST_NAME_CHARACTERS_MAX} characters.`;
const name = z
  .string({ error: nameReason })
  .transform((value) => cleanText(value).trim())
  .refine((value) => value.length <= INGEST_NAME_CHARACTERS_MAX, { error: nameReason })
  .nullish()
  .transform((value) => value || null);

const envelope = z.object(
  {
    type: z.enum(trackedTypes, { error: `Must be one of ${trackedTypes.join(", ")}.` }),
    messageId: id,
    userId: id,
    anonymousId: id,
    groupId: id,
    previousId: id,
    event: name,
    name,
    category: name,
    timestamp: time,
    originalTimestamp: time,
    sentAt: time,
    properties: object("properties"),
    traits: object("traits"),
    context: object("context"),
  },
  { error: "Must be an object with a type." },
);

/** Check one item. `type` is given when the address says it. Never throws: the first problem names its field and the fix. */
export function parseTrackedItem(raw: unknown, type?: TrackedType): { item: TrackedItem } | { problem: ItemProblem } {
  const parsed = envelope.safeParse(type && raw !== null && typeof raw === "object" ? { ...raw, type } : raw);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return {
      problem: {
        field: issue?.path.join(".") || "item",
        reason: issue?.message ?? "Is not an item of the tracking API.",
      },
    };
  }
  const { data } = parsed;
  try {
    const hasTraits = data.type === "identify" || data.type === "group";
    const context = cleanJson(data.context, "context") as Record<string, unknown>;
    const item: TrackedItem = {
      type: data.type,
      name: nameOf(data),
      messageId: data.messageId,
      userId: data.userId,
      anonymousId: data.anonymousId,
      groupId: data.groupId ?? groupIdOf(context),
      previousId: data.previousId,
      timestampMs: data.originalTimestamp ?? data.timestamp,
      sentAtMs: data.sentAt,
      properties: cleanJson(hasTraits ? data.traits : data.properties, hasTraits ? "traits" : "properties") as Record<
        string,
        unknown
      >,
      context,
    };
    const problem = missing(item);
    return problem ? { problem } : { item };
  } catch (error) {
    if (error instanceof JsonProblem) return { problem: { field: error.field, reason: error.reason } };
    throw error;
  }
}

function nameOf(data: z.output<typeof envelope>): string {
  if (data.type === "track") return data.event ?? "";
  if (data.type === "page" || data.type === "screen") return data.name ?? data.category ?? data.type;
  return data.type;
}

function groupIdOf(context: Record<string, unknown>): string | null {
  const parsed = id.safeParse(context.groupId);
  if (!parsed.success) throw new JsonProblem("context.groupId", idReason);
  return parsed.data;
}

function missing(item: TrackedItem): ItemProblem | null {
  if (item.type === "track" && item.name === "")
    return { field: "event", reason: 'Is missing. Give the event\'s name, such as "signed_up".' };
  if (item.type === "group" && !item.groupId) return { field: "groupId", reason: "Is missing. Give the account's id." };
  if (item.type === "alias") {
    if (!item.previousId) return { field: "previousId", reason: "Is missing. Give the id the person had before." };
    if (!item.userId) return { field: "userId", reason: "Is missing. Give the id the person has from now on." };
    if (item.userId === item.previousId)
      return { field: "previousId", reason: "Is the same as userId. Give the id the person had before." };
    return null;
  }
  if (item.userId || item.anonymousId || (item.groupId && item.type !== "identify")) return null;
  return { field: "userId", reason: "Is missing. Give userId, or anonymousId for somebody not yet known." };
}
