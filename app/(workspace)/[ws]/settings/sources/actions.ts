"use server";
import { action } from "@/lib/http/action";
import { createWriteKey } from "@/lib/services/source/create-write-key";
import { revokeWriteKey } from "@/lib/services/source/revoke-write-key";

export const create = action(createWriteKey);
export const revoke = action(revokeWriteKey);
