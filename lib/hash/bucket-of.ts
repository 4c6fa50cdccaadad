import { hash32 } from "@/lib/hash/hash-32";

export const BUCKET_COUNT = 256;

/** The bucket (0…255) a subject or identity lives in, for ever. */
export function bucketOf(id: string): number {
  return hash32(id) & (BUCKET_COUNT - 1);
}
