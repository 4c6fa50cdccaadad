import { boolean, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { at, workspaceId } from "@/db/schema/columns";

/** status: draft | in_review | live | paused | ended */
export const journey = pgTable(
  "journey",
  {
    workspaceId: workspaceId(),
    id: uuid("id").notNull(),
    name: text("name").notNull(),
    status: text("status").notNull().default("draft"),
    draft: jsonb("draft").notNull(),
    /** Positions and free-mode choices, beside the document so that moving a card changes nothing that runs. */
    layout: jsonb("layout").notNull().default({}),
    /** Raised by every saved change of the draft. */
    revision: integer("revision").notNull().default(1),
    lastVersion: integer("last_version").notNull().default(0),
    liveVersionId: uuid("live_version_id"),
    isLifecycle: boolean("is_lifecycle").notNull().default(false),
    ownerId: uuid("owner_id"),
    createdAt: at("created_at").notNull().defaultNow(),
    changedAt: at("changed_at").notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] })],
);

/** Immutable once frozen. */
export const journeyVersion = pgTable(
  "journey_version",
  {
    workspaceId: workspaceId(),
    id: uuid("id").notNull(),
    journeyId: uuid("journey_id").notNull(),
    number: integer("number").notNull(),
    document: jsonb("document").notNull(),
    layout: jsonb("layout").notNull().default({}),
    frozenAt: at("frozen_at").notNull(),
    frozenBy: uuid("frozen_by"),
    publishedAt: at("published_at"),
    /** Published before and replaced since; people may still be inside. */
    retiredAt: at("retired_at"),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    uniqueIndex("journey_version_number").on(t.workspaceId, t.journeyId, t.number),
  ],
);

/** status: asked | approved | refused | withdrawn; risk: low | medium | high (RULES S16) */
export const approval = pgTable(
  "approval",
  {
    workspaceId: workspaceId(),
    id: uuid("id").notNull(),
    journeyId: uuid("journey_id").notNull(),
    versionId: uuid("version_id").notNull(),
    status: text("status").notNull(),
    risk: text("risk").notNull(),
    /** What made the risk, counts of assumed shares, warnings ticked, choice for people in flight. */
    facts: jsonb("facts").notNull().default({}),
    askedBy: uuid("asked_by").notNull(),
    askedAt: at("asked_at").notNull(),
    decidedBy: uuid("decided_by"),
    decidedAt: at("decided_at"),
    /** How it was decided: approved by another, `self_approved` (low risk), `sole_approver`. */
    manner: text("manner"),
    comment: text("comment").notNull().default(""),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    index("approval_status").on(t.workspaceId, t.status, t.askedAt),
  ],
);

export const segment = pgTable(
  "segment",
  {
    workspaceId: workspaceId(),
    id: uuid("id").notNull(),
    name: text("name").notNull(),
    subject: text("subject").notNull(),
    rule: jsonb("rule").notNull(),
    builtIn: text("built_in"),
    deletedAt: at("deleted_at"),
    createdAt: at("created_at").notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] })],
);

/** Reusable content with a slug callable from the API (RULES S30). */
export const template = pgTable(
  "template",
  {
    workspaceId: workspaceId(),
    id: uuid("id").notNull(),
    slug: text("slug").notNull(),
    name: text("name").notNull(),
    channel: text("channel").notNull(),
    content: jsonb("content").notNull(),
    version: integer("version").notNull().default(1),
    createdAt: at("created_at").notNull().defaultNow(),
    changedAt: at("changed_at").notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] }), uniqueIndex("template_slug").on(t.workspaceId, t.slug)],
);

/** Names seen in events and traits, for suggestions. kind: event | trait | account_trait */
export const vocabulary = pgTable(
  "vocabulary",
  {
    workspaceId: workspaceId(),
    kind: text("kind").notNull(),
    name: text("name").notNull(),
    firstSeenAt: at("first_seen_at").notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.kind, t.name] })],
);
