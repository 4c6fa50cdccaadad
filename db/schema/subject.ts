import { doublePrecision, index, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { at, bucket, workspaceId } from "@/db/schema/columns";

export const person = pgTable(
  "person",
  {
    bucket: bucket(),
    workspaceId: workspaceId(),
    id: uuid("id").notNull(),
    /** Shown id: the sender's userId, else the anonymous id. */
    externalId: text("external_id"),
    email: text("email"),
    phone: text("phone"),
    name: text("name"),
    /** IANA zone, resolved by RULES S28 from what is known. */
    zone: text("zone"),
    /** ISO 3166 alpha-2. */
    region: text("region"),
    traits: jsonb("traits").notNull().default({}),
    accountId: uuid("account_id"),
    accountBucket: integer("account_bucket"),
    /** The account's traits as last sent over from its bucket, so that a person's rules read one bucket. */
    accountTraits: jsonb("account_traits"),
    lastSeenAt: at("last_seen_at"),
    createdAt: at("created_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.bucket, t.workspaceId, t.id] }),
    index("person_account").on(t.bucket, t.workspaceId, t.accountId),
    index("person_created").on(t.workspaceId, t.createdAt),
  ],
);

export const account = pgTable(
  "account",
  {
    bucket: bucket(),
    workspaceId: workspaceId(),
    id: uuid("id").notNull(),
    externalId: text("external_id").notNull(),
    name: text("name").notNull(),
    traits: jsonb("traits").notNull().default({}),
    /** Yearly recurring revenue in the workspace's currency. */
    arr: doublePrecision("arr"),
    plan: text("plan"),
    zone: text("zone"),
    region: text("region"),
    contractStart: at("contract_start"),
    contractEnd: at("contract_end"),
    ownerId: uuid("owner_id"),
    stage: text("stage"),
    stageEnteredAt: at("stage_entered_at"),
    /** Overlay states beside the base stage: { renewal: since, advocacy: since }. */
    overlays: jsonb("overlays").notNull().default({}),
    health: doublePrecision("health"),
    healthCoverage: doublePrecision("health_coverage"),
    journeyHealth: doublePrecision("journey_health"),
    /** Components, signals and trend behind the numbers. */
    scores: jsonb("scores"),
    scoredAt: at("scored_at"),
    createdAt: at("created_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.bucket, t.workspaceId, t.id] }),
    index("account_by_workspace").on(t.workspaceId, t.name),
  ],
);

/** Lives in the account's bucket. */
export const accountMember = pgTable(
  "account_member",
  {
    bucket: bucket(),
    workspaceId: workspaceId(),
    accountId: uuid("account_id").notNull(),
    personId: uuid("person_id").notNull(),
    personBucket: integer("person_bucket").notNull(),
    role: text("role"),
    isPrimary: integer("is_primary").notNull().default(0),
    joinedAt: at("joined_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.bucket, t.workspaceId, t.accountId, t.personId] })],
);

/** bucket = hash(workspace, kind, value). The only uniqueness of identifiers (RULES S3).
 * kind: user | anonymous | email | group; claim: the person an anonymous id made belongs to the user whose own id
 * would be `subject_id`; merged: signpost from one person's id to the person it became. Rows are never changed. */
export const identity = pgTable(
  "identity",
  {
    bucket: bucket(),
    workspaceId: workspaceId(),
    kind: text("kind").notNull(),
    value: text("value").notNull(),
    subjectId: uuid("subject_id").notNull(),
    subjectBucket: integer("subject_bucket").notNull(),
    createdAt: at("created_at").notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.bucket, t.workspaceId, t.kind, t.value] })],
);

/** Consent with its proof. state: granted | refused */
export const consent = pgTable(
  "consent",
  {
    bucket: bucket(),
    workspaceId: workspaceId(),
    personId: uuid("person_id").notNull(),
    channel: text("channel").notNull(),
    purpose: text("purpose").notNull(),
    state: text("state").notNull(),
    source: text("source").notNull(),
    wording: text("wording").notNull().default(""),
    at: at("at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.bucket, t.workspaceId, t.personId, t.channel, t.purpose] })],
);

export const segmentMember = pgTable(
  "segment_member",
  {
    bucket: bucket(),
    workspaceId: workspaceId(),
    segmentId: uuid("segment_id").notNull(),
    subjectId: uuid("subject_id").notNull(),
    since: at("since").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.bucket, t.workspaceId, t.subjectId, t.segmentId] }),
    index("segment_member_segment").on(t.bucket, t.workspaceId, t.segmentId),
  ],
);

/** severity: low | medium | high | critical; lives in the account's bucket (RULES S15). */
export const escalation = pgTable(
  "escalation",
  {
    bucket: bucket(),
    workspaceId: workspaceId(),
    accountId: uuid("account_id").notNull(),
    id: uuid("id").notNull(),
    title: text("title").notNull(),
    severity: text("severity").notNull(),
    openedBy: uuid("opened_by"),
    openedAt: at("opened_at").notNull(),
    closedAt: at("closed_at"),
    resolution: text("resolution"),
  },
  (t) => [primaryKey({ columns: [t.bucket, t.workspaceId, t.accountId, t.id] })],
);

/** Stage history of an account, one row per stay. manner: placed | met | late | manual */
export const stageStay = pgTable(
  "stage_stay",
  {
    bucket: bucket(),
    workspaceId: workspaceId(),
    accountId: uuid("account_id").notNull(),
    enteredAt: at("entered_at").notNull(),
    stage: text("stage").notNull(),
    leftAt: at("left_at"),
    manner: text("manner").notNull(),
    reason: text("reason").notNull().default(""),
  },
  (t) => [primaryKey({ columns: [t.bucket, t.workspaceId, t.accountId, t.enteredAt, t.stage] })],
);

/** Exit criteria met by an account: how, when, by what. status: met | waived */
export const criterionMet = pgTable(
  "criterion_met",
  {
    bucket: bucket(),
    workspaceId: workspaceId(),
    accountId: uuid("account_id").notNull(),
    stage: text("stage").notNull(),
    criterionId: text("criterion_id").notNull(),
    status: text("status").notNull(),
    at: at("at").notNull(),
    by: text("by").notNull(),
    reason: text("reason").notNull().default(""),
    evidence: jsonb("evidence").notNull().default({}),
  },
  (t) => [primaryKey({ columns: [t.bucket, t.workspaceId, t.accountId, t.stage, t.criterionId] })],
);

/** Daily counts of an account's events of interest, so that distinct people are exact (RULES S20). */
export const accountDay = pgTable(
  "account_day",
  {
    bucket: bucket(),
    workspaceId: workspaceId(),
    accountId: uuid("account_id").notNull(),
    day: text("day").notNull(),
    name: text("name").notNull(),
    count: integer("count").notNull(),
    /** Ids of the people active that day. */
    persons: uuid("persons").array().notNull().default([]),
  },
  (t) => [primaryKey({ columns: [t.bucket, t.workspaceId, t.accountId, t.day, t.name] })],
);

/** One row per account and day with its numbers, for trends and `?asof=`. */
export const scoreDay = pgTable(
  "score_day",
  {
    bucket: bucket(),
    workspaceId: workspaceId(),
    accountId: uuid("account_id").notNull(),
    day: text("day").notNull(),
    health: doublePrecision("health"),
    journeyHealth: doublePrecision("journey_health"),
    scores: jsonb("scores").notNull(),
  },
  (t) => [primaryKey({ columns: [t.bucket, t.workspaceId, t.accountId, t.day] })],
);
