import type { Database } from "@/db/database";
import type { Role } from "@/lib/contract/contract";

export type Actor =
  | { kind: "user"; userId: string; name: string; email: string; role: Role }
  | { kind: "key"; keyId: string; name: string; role: Role }
  | { kind: "system"; name: string; role: "admin" };

/** Who asks, in which workspace, and what a verb needs of the world. */
export interface Ctx {
  workspaceId: string;
  actor: Actor;
  database: Database;
  now(): Date;
  newId(): string;
}

export function actorName(actor: Actor): string {
  return actor.kind === "user"
    ? `user:${actor.userId}`
    : actor.kind === "key"
      ? `key:${actor.keyId}`
      : `system:${actor.name}`;
}

/** The signed-in person of the team; null for keys and the system. */
export function actorUserId(actor: Actor): string | null {
  return actor.kind === "user" ? actor.userId : null;
}
