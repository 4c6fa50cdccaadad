import type { Tx } from "@/db/transaction";
import { bucketOf } from "@/lib/hash/bucket-of";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const queries: Record<string, string> = {
  user: 'select id, name from "user" where id = any($2::uuid[]) and $1::uuid is not null',
  journey: "select id, name from journey where workspace_id = $1 and id = any($2::uuid[])",
  segment: "select id, name from segment where workspace_id = $1 and id = any($2::uuid[])",
  key: "select id, name from write_key where workspace_id = $1 and id = any($2::uuid[])",
  approval: `select a.id, j.name from approval a join journey j on j.workspace_id = a.workspace_id and j.id = a.journey_id
              where a.workspace_id = $1 and a.id = any($2::uuid[])`,
};

/** What audit subjects and actors are called, such as `journey:<id>` and `user:<id>`; those without a name are left out. */
export async function loadSubjectNames(tx: Tx, subjects: readonly string[]): Promise<Map<string, string>> {
  const idsByKind = new Map<string, Set<string>>();
  for (const subject of subjects) {
    const [kind = "", id = ""] = subject.split(":");
    if (UUID.test(id)) idsByKind.set(kind, (idsByKind.get(kind) ?? new Set()).add(id));
  }
  const names = new Map<string, string>();
  for (const [kind, ids] of idsByKind) {
    const rows = kind === "account" ? await loadAccounts(tx, [...ids]) : await load(tx, queries[kind], [...ids]);
    for (const row of rows) if (row.name) names.set(`${kind}:${row.id}`, row.name);
  }
  return names;
}

type Named = { id: string; name: string | null };

async function load(tx: Tx, text: string | undefined, ids: string[]): Promise<Named[]> {
  return text === undefined ? [] : tx.query<Named>(text, [tx.workspaceId, ids]);
}

async function loadAccounts(tx: Tx, ids: string[]): Promise<Named[]> {
  return tx.query<Named>(
    "select id, name from account where bucket = any($3::int[]) and workspace_id = $1 and id = any($2::uuid[])",
    [tx.workspaceId, ids, [...new Set(ids.map(bucketOf))]],
  );
}
