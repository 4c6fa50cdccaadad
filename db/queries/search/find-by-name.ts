import type { Tx } from "@/db/transaction";

/** The text as it stands at the end of a `like`, its own % and _ meaning themselves. */
function literal(text: string): string {
  return text.replace(/[\\%_]/g, "\\$&");
}

interface Searched {
  columns: string;
  from: string;
  /** Beyond the workspace's own. */
  where?: string;
  /** What is searched, the best first. */
  fields: readonly string[];
}

const tables = {
  journey: { columns: "id, name, status", from: "journey", fields: ["name"] },
  account: { columns: "id, name, stage", from: "account", fields: ["name", "external_id"] },
  person: {
    columns: `id, name, email, account_traits->>'name' as "accountName"`,
    from: "person",
    fields: ["coalesce(name, '')", "coalesce(email, '')"],
  },
  segment: { columns: "id, name, subject", from: "segment", where: "deleted_at is null", fields: ["name"] },
  task: {
    columns: `id, title, account_id as "accountId", person_id as "personId", due_at as "dueAt"`,
    from: "task",
    where: "status = 'open'",
    fields: ["title"],
  },
} as const satisfies Record<string, Searched>;

export interface FoundRows {
  journey: { id: string; name: string; status: string };
  account: { id: string; name: string; stage: string | null };
  person: { id: string; name: string | null; email: string | null; accountName: string | null };
  segment: { id: string; name: string; subject: string };
  task: { id: string; title: string; accountId: string | null; personId: string | null; dueAt: Date };
}

/** At most `limit` rows in which a field has the text: fields that begin with it first, then words that do, then the rest.
 * A page read: it spans buckets. */
export async function findByName<K extends keyof typeof tables>(
  tx: Tx,
  kind: K,
  text: string,
  limit: number,
): Promise<FoundRows[K][]> {
  const { columns, from, fields, ...rest }: Searched = tables[kind];
  const any = (pattern: string) => fields.map((field) => `${field} ilike ${pattern}`).join(" or ");
  const rows = await tx.query(
    `select ${columns} from ${from} where workspace_id = $1 and (${any("$4")})${rest.where ? ` and ${rest.where}` : ""}
      order by case when ${any("$2")} then 0 when ${any("$3")} then 1 else 2 end, lower(${fields[0]}), id limit $5`,
    [tx.workspaceId, `${literal(text)}%`, `% ${literal(text)}%`, `%${literal(text)}%`, limit],
  );
  return rows as FoundRows[K][];
}
