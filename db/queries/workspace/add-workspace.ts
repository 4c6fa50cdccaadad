import { workspace } from "@/db/schema";
import type { Tx } from "@/db/transaction";
import { BUCKET_COUNT } from "@/lib/hash/bucket-of";

export interface NewWorkspace {
  slug: string;
  name: string;
  zone?: string;
  region?: string;
  isDemo?: boolean;
  signingSecret: string;
  senderName?: string;
  senderAddress?: string;
  postalAddress?: string;
}

/** Add the workspace of this transaction with the locks its 256 buckets are ticked under. */
export async function addWorkspace(tx: Tx, input: NewWorkspace): Promise<void> {
  await tx.db.insert(workspace).values({ id: tx.workspaceId, ...input });
  await tx.query(
    "insert into bucket_lock (bucket, workspace_id) select b, $1 from generate_series(0, $2) b on conflict do nothing",
    [tx.workspaceId, BUCKET_COUNT - 1],
  );
}
