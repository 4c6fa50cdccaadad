import type { IdentityKind } from "@/db/queries/ingest/subject-id";

/** A person or account and where it lives. */
export interface Place {
  id: string;
  bucket: number;
}

/** What identifiers mean, by `identityKey`. */
export type KnownIdentities = ReadonlyMap<string, Place>;

export function identityKey(kind: IdentityKind, value: string): string {
  return `${kind}\u0000${value}`;
}
