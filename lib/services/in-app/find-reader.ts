import { loadIdentities } from "@/db/queries/ingest/load-identities";
import { type IdentityKind, identityBucketOf, type SubjectKind, subjectIdOf } from "@/db/queries/ingest/subject-id";
import { readSender } from "@/db/queries/workspace/read-sender";
import type { FoundWriteKey } from "@/db/queries/ingest/find-write-key";
import type { Tx } from "@/db/transaction";
import { AppError } from "@/lib/errors/app-error";
import { isUserHash } from "@/lib/links/user-hash";

const SIGNPOSTS_MAX = 10;

/** Who reads: a known user, or a browser by its own anonymous id. */
export interface Reader {
  userId?: string | undefined;
  userHash?: string | undefined;
  anonymousId?: string | undefined;
}

export interface ReaderPlace {
  personId: string;
  bucket: number;
}

/** The person a request may read for (RULES S32): a server key names anybody; a browser key needs the user's hash, or the
 * anonymous id of a visitor who has not become a known user. Null when that person is not known here. */
export async function findReader(tx: Tx, key: FoundWriteKey, reader: Reader): Promise<ReaderPlace | null> {
  if (reader.userId) {
    if (key.kind === "browser") await checkHash(tx, reader.userId, reader.userHash ?? "");
    return lookUp(tx, "user", reader.userId);
  }
  if (!reader.anonymousId)
    throw new AppError("invalid", "userId: missing. Say whose messages these are, by userId or anonymousId.", {
      fields: [{ field: "userId", message: "missing" }],
    });
  return lookUp(tx, "anonymous", reader.anonymousId, key.kind === "browser");
}

async function checkHash(tx: Tx, userId: string, given: string): Promise<void> {
  const sender = await readSender(tx);
  if (!sender || !isUserHash(given, userId, sender.signingSecret)) {
    throw new AppError(
      "forbidden",
      "userHash: missing or wrong. Make it on your server: hex HMAC-SHA256 of the userId with the workspace's signing secret.",
    );
  }
}

async function lookUp(tx: Tx, kind: SubjectKind, value: string, strangersOnly = false): Promise<ReaderPlace | null> {
  let place = await read(tx, kind, value);
  if (strangersOnly && place && !(await isStranger(tx, value, place.personId))) {
    throw new AppError("forbidden", "This visitor is a known user by now. Give userId and userHash.");
  }
  // Somebody who was joined with another is found by following the signposts.
  for (let i = 0; place && i < SIGNPOSTS_MAX; i++) {
    const next = await read(tx, "merged", place.personId);
    if (!next) return place;
    place = next;
  }
  return place;
}

/** An anonymous id that first came with a user means that user; a visitor who became one is claimed by them. */
async function isStranger(tx: Tx, anonymousId: string, personId: string): Promise<boolean> {
  return (
    personId === subjectIdOf(tx.workspaceId, "anonymous", anonymousId) && (await read(tx, "claim", personId)) === null
  );
}

async function read(tx: Tx, kind: IdentityKind, value: string): Promise<ReaderPlace | null> {
  const [row] = await loadIdentities(tx, identityBucketOf(tx.workspaceId, kind, value), [{ kind, value }]);
  return row ? { personId: row.subjectId, bucket: row.subjectBucket } : null;
}
