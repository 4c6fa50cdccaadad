import { bigint, index, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { at, bucket, workspaceId } from "@/db/schema/columns";

/** Stored once, in its person's bucket, else its account's. Partitioned by month of `received_at`
 * (drizzle-kit cannot say so: the migration does). type: track | page | screen | identify | group | alias | engagement */
export const event = pgTable(
  "event",
  {
    bucket: bucket(),
    workspaceId: workspaceId(),
    id: uuid("id").notNull(),
    receivedAt: at("received_at").notNull(),
    /** When it happened, by the sender's clock corrected by sentAt. */
    happenedAt: at("happened_at").notNull(),
    type: text("type").notNull(),
    name: text("name").notNull(),
    personId: uuid("person_id"),
    accountId: uuid("account_id"),
    properties: jsonb("properties").notNull().default({}),
    context: jsonb("context").notNull().default({}),
  },
  (t) => [
    primaryKey({ columns: [t.bucket, t.workspaceId, t.receivedAt, t.id] }),
    index("event_person").on(t.bucket, t.workspaceId, t.personId, t.name, t.happenedAt),
    index("event_account").on(t.bucket, t.workspaceId, t.accountId, t.name, t.happenedAt),
  ],
);

/** The sender's message ids of the last 30 days (RULES T6). */
export const eventSeen = pgTable(
  "event_seen",
  {
    bucket: bucket(),
    workspaceId: workspaceId(),
    messageId: text("message_id").notNull(),
    receivedAt: at("received_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.bucket, t.workspaceId, t.messageId] })],
);

/** Items refused alone, with the reason that names the field, kept for inspection. */
export const eventRefused = pgTable(
  "event_refused",
  {
    bucket: bucket(),
    workspaceId: workspaceId(),
    id: uuid("id").notNull(),
    at: at("at").notNull(),
    field: text("field").notNull(),
    reason: text("reason").notNull(),
    item: jsonb("item").notNull(),
  },
  (t) => [primaryKey({ columns: [t.bucket, t.workspaceId, t.at, t.id] })],
);

/** What a bucket has yet to apply, in order of `due_at`, then `id` (RULES S10). Rows are deleted when applied. */
export const inbox = pgTable(
  "inbox",
  {
    bucket: bucket(),
    workspaceId: workspaceId(),
    id: bigint("id", { mode: "bigint" }).generatedAlwaysAsIdentity().notNull(),
    dueAt: at("due_at").notNull(),
    subjectId: uuid("subject_id").notNull(),
    /** See lib/engine/inbox-item.ts for the payload of each kind. */
    kind: text("kind").notNull(),
    payload: jsonb("payload").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.bucket, t.workspaceId, t.id] }),
    index("inbox_due").on(t.bucket, t.workspaceId, t.dueAt, t.id),
  ],
);

/** When a bucket next has work. Holds no customer data, so no row-level security (RULES T2).
 * work: tick | deliver. `turn` is raised by whoever adds work, so that a tick ending cannot overwrite a wake-up. */
export const bucketDue = pgTable(
  "bucket_due",
  {
    bucket: bucket(),
    workspaceId: workspaceId(),
    work: text("work").notNull(),
    dueAt: at("due_at"),
    turn: bigint("turn", { mode: "number" }).notNull().default(0),
  },
  (t) => [primaryKey({ columns: [t.bucket, t.workspaceId, t.work] }), index("bucket_due_at").on(t.work, t.dueAt)],
);

/** Locked for the length of a tick: one writer per bucket, and the lock dies with the transaction. */
export const bucketLock = pgTable("bucket_lock", { bucket: bucket(), workspaceId: workspaceId() }, (t) => [
  primaryKey({ columns: [t.bucket, t.workspaceId] }),
]);
