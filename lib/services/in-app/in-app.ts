import type { Database } from "@/db/database";
import type { FoundWriteKey } from "@/db/queries/ingest/find-write-key";
import { listInAppRows } from "@/db/queries/message/list-in-app";
import { noteEngagement } from "@/db/queries/message/note-engagement";
import { readLinked } from "@/db/queries/message/read-linked";
import { findReader, type Reader } from "@/lib/services/in-app/find-reader";
import { engage } from "@/lib/services/links/record-engagement";

const LIST_MAX = 50;

export interface InAppMessage {
  id: string;
  subject: string;
  body: string;
  callToAction: { label: string; url: string } | null;
  sentAt: string;
  seenAt: string | null;
}

export interface InAppWorld {
  database: Database;
  now(): Date;
}

/** A person's in-app messages, newest first; those not seen yet unless `all`. Nobody known: an empty list. */
export function listInApp(
  { database }: InAppWorld,
  key: FoundWriteKey,
  reader: Reader,
  { all }: { all: boolean },
): Promise<InAppMessage[]> {
  return database.transaction(key.workspaceId, async (tx) => {
    const place = await findReader(tx, key, reader);
    if (!place) return [];
    const rows = await listInAppRows(tx, place.bucket, { personId: place.personId, unseenOnly: !all, limit: LIST_MAX });
    return rows.map(({ id, shown, sentAt, seenAt }) => ({
      id,
      ...shown,
      sentAt: sentAt.toISOString(),
      seenAt: seenAt?.toISOString() ?? null,
    }));
  });
}

/** Note that the person saw or clicked a message; a click is engagement. False when it is not one of theirs. */
export function noteInApp(
  { database, now }: InAppWorld,
  key: FoundWriteKey,
  reader: Reader,
  messageId: string,
  deed: "seen" | "clicked",
): Promise<boolean> {
  return database.transaction(key.workspaceId, async (tx) => {
    const place = await findReader(tx, key, reader);
    const message = place && (await readLinked(tx, place.bucket, messageId));
    if (!message || message.personId !== place.personId || message.channel !== "in_app" || message.sentAt === null)
      return false;
    await noteEngagement(tx, place.bucket, messageId, "seen", now());
    if (deed === "clicked") await engage(tx, place.bucket, message, "clicked", now());
    return true;
  });
}
