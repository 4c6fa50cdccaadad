import { integer, timestamp, uuid } from "drizzle-orm/pg-core";

/** First column of every hot table's key: the one of 256 buckets the subject lives in. */
export const bucket = () => integer("bucket").notNull();
export const workspaceId = () => uuid("workspace_id").notNull();
export const at = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });
