import type { Tx } from "@/db/transaction";

export interface NewWord {
  kind: "event" | "trait" | "account_trait";
  name: string;
}

/** Remember names for suggestions; sorted, so that two requests never wait for each other in a ring. */
export async function addVocabulary(tx: Tx, words: readonly NewWord[], at: Date): Promise<void> {
  await tx.query(
    `insert into vocabulary (workspace_id, kind, name, first_seen_at)
     select $1, t.kind, t.name, $4 from unnest($2::text[], $3::text[]) as t (kind, name)
     on conflict do nothing`,
    [tx.workspaceId, words.map((one) => one.kind), words.map((one) => one.name), at],
    "add-vocabulary",
  );
}
