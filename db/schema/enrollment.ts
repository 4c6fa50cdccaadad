import {
  bigint,
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { sql } from "drizzle-orm";
import { at, bucket, workspaceId } from "@/db/schema/columns";

export const enrollment = pgTable(
  "enrollment",
  {
    bucket: bucket(),
    workspaceId: workspaceId(),
    id: uuid("id").notNull(),
    journeyId: uuid("journey_id").notNull(),
    versionId: uuid("version_id").notNull(),
    subjectId: uuid("subject_id").notNull(),
    entryKey: text("entry_key").notNull().default(""),
    status: text("status").notNull(),
    stateId: text("state_id").notNull(),
    stepId: text("step_id").notNull(),
    enteredAt: at("entered_at").notNull(),
    stateEnteredAt: at("state_entered_at").notNull(),
    stepEnteredAt: at("step_entered_at").notNull(),
    dueAt: at("due_at"),
    exitedAt: at("exited_at"),
    outcome: text("outcome"),
    heldOut: boolean("held_out").notNull().default(false),
    stateTimedOut: boolean("state_timed_out").notNull().default(false),
    variant: text("variant"),
    visits: jsonb("visits").notNull().default({}),
    wait: jsonb("wait"),
    context: jsonb("context").notNull().default({}),
    milestones: jsonb("milestones").notNull().default({}),
  },
  (t) => [
    primaryKey({ columns: [t.bucket, t.workspaceId, t.id] }),
    uniqueIndex("enrollment_active_once")
      .on(t.bucket, t.workspaceId, t.journeyId, t.subjectId, t.entryKey)
      .where(sql`status = 'active'`),
    index("enrollment_subject").on(t.bucket, t.workspaceId, t.subjectId),
    index("enrollment_due").on(t.bucket, t.workspaceId, t.dueAt).where(sql`status = 'active' and due_at is not null`),
    index("enrollment_place").on(t.bucket, t.workspaceId, t.journeyId, t.stepId).where(sql`status = 'active'`),
  ],
);

export const decision = pgTable(
  "decision",
  {
    bucket: bucket(),
    workspaceId: workspaceId(),
    id: bigint("id", { mode: "bigint" }).generatedAlwaysAsIdentity().notNull(),
    subjectId: uuid("subject_id").notNull(),
    enrollmentId: uuid("enrollment_id"),
    journeyId: uuid("journey_id"),
    versionId: uuid("version_id"),
    stepId: text("step_id"),
    visit: integer("visit").notNull().default(0),
    code: text("code").notNull(),
    port: text("port"),
    detail: jsonb("detail").notNull().default({}),
    at: at("at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.bucket, t.workspaceId, t.id] }),
    index("decision_subject").on(t.bucket, t.workspaceId, t.subjectId, t.at),
  ],
);

export const move = pgTable(
  "move",
  {
    bucket: bucket(),
    workspaceId: workspaceId(),
    id: bigint("id", { mode: "bigint" }).generatedAlwaysAsIdentity().notNull(),
    enrollmentId: uuid("enrollment_id").notNull(),
    journeyId: uuid("journey_id").notNull(),
    versionId: uuid("version_id").notNull(),
    subjectId: uuid("subject_id").notNull(),
    fromStepId: text("from_step_id"),
    port: text("port").notNull(),
    /** Null when the subject leaves from where it stands, without an exit step. */
    toStepId: text("to_step_id"),
    visit: integer("visit").notNull(),
    at: at("at").notNull(),
    dwellMs: bigint("dwell_ms", { mode: "number" }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.bucket, t.workspaceId, t.id] }),
    index("move_enrollment").on(t.bucket, t.workspaceId, t.enrollmentId, t.id),
    index("move_version").on(t.bucket, t.workspaceId, t.versionId, t.at),
  ],
);

/** Counts per version, path and day, written in the transaction of the moves (RULES S25). One row per bucket. */
export const pathDay = pgTable(
  "path_day",
  {
    bucket: bucket(),
    workspaceId: workspaceId(),
    versionId: uuid("version_id").notNull(),
    day: text("day").notNull(),
    /** Empty for the entry into the journey. */
    fromStepId: text("from_step_id").notNull(),
    port: text("port").notNull(),
    toStepId: text("to_step_id").notNull(),
    heldOut: boolean("held_out").notNull(),
    count: integer("count").notNull(),
    dwellMs: bigint("dwell_ms", { mode: "number" }).notNull(),
    /** Log-spaced dwell bins that add: index → count. */
    dwellBins: integer("dwell_bins").array().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.bucket, t.workspaceId, t.versionId, t.day, t.fromStepId, t.port, t.toStepId, t.heldOut] }),
  ],
);

/** Outcomes of touchpoints per version, step and day: sent, held, dropped, clicked, opened, …; also exits by outcome. */
export const outcomeDay = pgTable(
  "outcome_day",
  {
    bucket: bucket(),
    workspaceId: workspaceId(),
    versionId: uuid("version_id").notNull(),
    day: text("day").notNull(),
    stepId: text("step_id").notNull(),
    outcome: text("outcome").notNull(),
    heldOut: boolean("held_out").notNull(),
    count: integer("count").notNull(),
  },
  (t) => [primaryKey({ columns: [t.bucket, t.workspaceId, t.versionId, t.day, t.stepId, t.outcome, t.heldOut] })],
);
