import type { FoundWriteKey } from "@/db/queries/ingest/find-write-key";
import { ExpiringCache } from "@/lib/services/ingest/expiring-cache";
import type { Place } from "@/lib/services/ingest/identity-key";

const KEY_TTL_MS = 5_000;
const IDENTITY_TTL_MS = 30_000;
const ACCOUNT_TTL_MS = 10_000;
const NAME_TTL_MS = 3_600_000;
const CACHED_MAX = 100_000;

/** What one process remembers between requests; filled only after a commit, so it never runs ahead of the database.
 * Another process's merge, move to another account or revoked key is seen when its entry ends. */
export class IngestMemory {
  /** By SHA-256; null for a hash that is no key. */
  readonly keys = new ExpiringCache<FoundWriteKey | null>(1_000, KEY_TTL_MS);
  /** By workspace and `identityKey`; signposts already followed. */
  readonly identities = new ExpiringCache<Place>(CACHED_MAX, IDENTITY_TTL_MS);
  /** By workspace and person. */
  readonly accounts = new ExpiringCache<Place | null>(CACHED_MAX, ACCOUNT_TTL_MS);
  /** By workspace, kind and name: in the vocabulary already. */
  readonly names = new ExpiringCache<true>(CACHED_MAX, NAME_TTL_MS);
}
