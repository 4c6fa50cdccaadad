import { boolean, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { at, workspaceId } from "@/db/schema/columns";

export const workspace = pgTable("workspace", {
  id: uuid("id").primaryKey(),
  slug: text("slug").notNull().unique(),
  name: text("name").notNull(),
  zone: text("zone").notNull().default("UTC"),
  region: text("region"),
  isDemo: boolean("is_demo").notNull().default(false),
  /** Parsed by lib/policy/policy.ts; only what differs from the defaults is stored. */
  policy: jsonb("policy").notNull().default({}),
  /** Signs links and in-app reads; never leaves the server. */
  signingSecret: text("signing_secret").notNull(),
  senderName: text("sender_name").notNull().default(""),
  senderAddress: text("sender_address").notNull().default(""),
  postalAddress: text("postal_address").notNull().default(""),
  createdAt: at("created_at").notNull().defaultNow(),
});

/** A person of the team who signs in. Not bound to one workspace, so no row-level security. */
export const user = pgTable("user", {
  id: uuid("id").primaryKey(),
  email: text("email").notNull().unique(),
  name: text("name").notNull(),
  passwordHash: text("password_hash").notNull(),
  /** Raised to sign the user out everywhere. */
  sessionVersion: integer("session_version").notNull().default(1),
  createdAt: at("created_at").notNull().defaultNow(),
});

/** role: admin | manager | marketer | csm | viewer */
export const membership = pgTable(
  "membership",
  {
    workspaceId: workspaceId(),
    userId: uuid("user_id").notNull(),
    role: text("role").notNull(),
    createdAt: at("created_at").notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.userId] })],
);

/** kind: server | browser (RULES S32). Only a SHA-256 of the key is stored. */
export const writeKey = pgTable(
  "write_key",
  {
    id: uuid("id").primaryKey(),
    workspaceId: workspaceId(),
    kind: text("kind").notNull(),
    name: text("name").notNull(),
    keyHash: text("key_hash").notNull(),
    /** Of a browser key: the pages that may use it ("https://shop.example"); "*" means any. */
    origins: text("origins").array().notNull().default([]),
    lastFour: text("last_four").notNull(),
    revokedAt: at("revoked_at"),
    createdAt: at("created_at").notNull().defaultNow(),
  },
  (t) => [uniqueIndex("write_key_hash").on(t.keyHash)],
);

/** Append-only by revoked rights; each row carries the hash of the one before (per workspace). */
export const audit = pgTable(
  "audit",
  {
    workspaceId: workspaceId(),
    number: integer("number").notNull(),
    at: at("at").notNull(),
    actor: text("actor").notNull(),
    verb: text("verb").notNull(),
    subject: text("subject").notNull(),
    detail: jsonb("detail").notNull().default({}),
    hash: text("hash").notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.number] })],
);

export const workerHeartbeat = pgTable("worker_heartbeat", {
  id: text("id").primaryKey(),
  startedAt: at("started_at").notNull().defaultNow(),
  seenAt: at("seen_at").notNull().defaultNow(),
});

export const file = pgTable(
  "file",
  {
    workspaceId: workspaceId(),
    id: uuid("id").notNull(),
    name: text("name").notNull(),
    contentType: text("content_type").notNull(),
    bytes: integer("bytes").notNull(),
    /** Base64; up to 10 MB. */
    content: text("content").notNull(),
    publicToken: text("public_token"),
    createdAt: at("created_at").notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] })],
);
