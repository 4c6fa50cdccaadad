import { sql } from "drizzle-orm";
import { boolean, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { at, bucket, workspaceId } from "@/db/schema/columns";

/** One delivery on one channel: the outbox and its history. `channel` may be `webhook`.
 * status: asking (waits for the account's owner) | held | queued | sending | sent | failed | dropped | cancelled | uncertain | withheld */
export const message = pgTable(
  "message",
  {
    bucket: bucket(),
    workspaceId: workspaceId(),
    id: uuid("id").notNull(),
    /** (enrollment, step, visit, channel) as one string: a journey decides on a message once. */
    key: text("key").notNull(),
    personId: uuid("person_id").notNull(),
    accountId: uuid("account_id"),
    accountBucket: integer("account_bucket"),
    journeyId: uuid("journey_id"),
    versionId: uuid("version_id"),
    enrollmentId: uuid("enrollment_id"),
    /** Whom the enrollment moves and where it lives: what becomes of the message is told to this bucket's inbox. */
    subjectId: uuid("subject_id").notNull(),
    subjectBucket: integer("subject_bucket").notNull(),
    stepId: text("step_id"),
    visit: integer("visit").notNull().default(1),
    channel: text("channel").notNull(),
    purpose: text("purpose").notNull(),
    topic: text("topic").notNull().default("general"),
    priority: integer("priority").notNull().default(50),
    isAutomated: boolean("is_automated").notNull().default(true),
    /** Outlives the exit from its state: transactional, or marked "send anyway" (RULES S8). */
    survivesExit: boolean("survives_exit").notNull().default(false),
    status: text("status").notNull(),
    /** For held: when the gate looks again; for queued: not before. */
    dueAt: at("due_at"),
    staleAt: at("stale_at"),
    /** Why it is held, dropped, cancelled or failed. */
    reasonCode: text("reason_code"),
    reasonDetail: jsonb("reason_detail").notNull().default({}),
    /** Subject line as sent and template inputs (never the body). */
    inputs: jsonb("inputs").notNull().default({}),
    /** Counts against caps since; null when it never did or the place was given back. */
    countedAt: at("counted_at"),
    attempt: integer("attempt").notNull().default(0),
    leaseUntil: at("lease_until"),
    providerId: text("provider_id"),
    createdAt: at("created_at").notNull(),
    sentAt: at("sent_at"),
    deliveredAt: at("delivered_at"),
    openedAt: at("opened_at"),
    clickedAt: at("clicked_at"),
    repliedAt: at("replied_at"),
    bouncedAt: at("bounced_at"),
    unsubscribedAt: at("unsubscribed_at"),
    seenAt: at("seen_at"),
  },
  (t) => [
    primaryKey({ columns: [t.bucket, t.workspaceId, t.id] }),
    uniqueIndex("message_key").on(t.bucket, t.workspaceId, t.key),
    index("message_person").on(t.bucket, t.workspaceId, t.personId, t.createdAt),
    index("message_due")
      .on(t.bucket, t.workspaceId, t.status, t.dueAt)
      .where(sql`status in ('asking','held','queued','sending')`),
    index("message_enrollment").on(t.bucket, t.workspaceId, t.enrollmentId),
  ],
);

/** Places of an account's cap: asked for, given, given back. Lives in the account's bucket (RULES S4).
 * status: waiting (held by the account, looked at again at `due_at` or when something changes) | given | refused | returned */
export const reservation = pgTable(
  "reservation",
  {
    bucket: bucket(),
    workspaceId: workspaceId(),
    accountId: uuid("account_id").notNull(),
    key: text("key").notNull(),
    journeyId: uuid("journey_id"),
    channel: text("channel").notNull(),
    status: text("status").notNull(),
    /** The GateRequest asked with, and where the answer goes. */
    request: jsonb("request").notNull(),
    messageId: uuid("message_id").notNull(),
    personId: uuid("person_id").notNull(),
    personBucket: integer("person_bucket").notNull(),
    /** Set for an account journey's own message: what the recipient's bucket is told once a place is given. */
    address: jsonb("address"),
    reasonCode: text("reason_code"),
    dueAt: at("due_at"),
    /** Null unless given. */
    countedAt: at("counted_at"),
    askedAt: at("asked_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.bucket, t.workspaceId, t.accountId, t.key] }),
    index("reservation_counted").on(t.bucket, t.workspaceId, t.accountId, t.countedAt),
    index("reservation_due").on(t.bucket, t.workspaceId, t.dueAt).where(sql`status = 'waiting'`),
  ],
);

/** Work for a person in the team. status: open | done | cancelled; in the subject's bucket. */
export const task = pgTable(
  "task",
  {
    bucket: bucket(),
    workspaceId: workspaceId(),
    id: uuid("id").notNull(),
    key: text("key").notNull(),
    subjectId: uuid("subject_id").notNull(),
    accountId: uuid("account_id"),
    personId: uuid("person_id"),
    journeyId: uuid("journey_id"),
    versionId: uuid("version_id"),
    enrollmentId: uuid("enrollment_id"),
    stepId: text("step_id"),
    visit: integer("visit").notNull().default(1),
    type: text("type").notNull(),
    title: text("title").notNull(),
    notes: text("notes").notNull().default(""),
    ownerId: uuid("owner_id"),
    status: text("status").notNull(),
    dueAt: at("due_at").notNull(),
    keepOpen: boolean("keep_open").notNull().default(false),
    /** Why it exists, in words. */
    cause: text("cause").notNull().default(""),
    outcome: text("outcome"),
    outcomeNote: text("outcome_note"),
    closedAt: at("closed_at"),
    closedBy: uuid("closed_by"),
    createdAt: at("created_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.bucket, t.workspaceId, t.id] }),
    uniqueIndex("task_key").on(t.bucket, t.workspaceId, t.key),
    index("task_subject").on(t.bucket, t.workspaceId, t.subjectId),
    index("task_owner").on(t.workspaceId, t.ownerId, t.status, t.dueAt),
  ],
);
