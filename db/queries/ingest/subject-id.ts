import { createHash } from "node:crypto";
import { bucketOf } from "@/lib/hash/bucket-of";

export type SubjectKind = "user" | "anonymous" | "group";
export type IdentityKind = SubjectKind | "claim" | "merged";

/** The id of the person or account that an identifier makes when it is new: a version 8 UUID from SHA-256, so that
 * two requests that meet the same new identifier make the same subject. */
export function subjectIdOf(workspaceId: string, kind: SubjectKind, value: string): string {
  const digest = createHash("sha256").update(`${workspaceId}\u0000${kind}\u0000${value}`).digest();
  digest.writeUInt8((digest.readUInt8(6) & 0x0f) | 0x80, 6);
  digest.writeUInt8((digest.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = digest.toString("hex", 0, 16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** The bucket in which an identifier itself is kept. */
export function identityBucketOf(workspaceId: string, kind: IdentityKind, value: string): number {
  return bucketOf(`${workspaceId}${kind}${value}`);
}
