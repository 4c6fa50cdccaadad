import { randomBytes } from "node:crypto";
import { addWriteKey } from "@/db/queries/source/add-write-key";
import { createWriteKeyContract } from "@/lib/contract/source/source-verbs";
import { defineVerb } from "@/lib/services/define-verb";
import { hashKey } from "@/lib/services/ingest/find-key";

const KEY_BYTES = 24;

/** Make a key for senders of events. The key itself is given back this once; only its SHA-256 is kept. */
export const createWriteKey = defineVerb(
  createWriteKeyContract,
  async ({ ctx, tx, audit }, { kind, name, origins }) => {
    const key = `wm_${kind}_${randomBytes(KEY_BYTES).toString("base64url")}`;
    const id = ctx.newId();
    await addWriteKey(tx, { id, kind, name, origins, keyHash: hashKey(key), lastFour: key.slice(-4) }, ctx.now());
    audit(id, { kind, name, origins });
    return { id, key };
  },
);
