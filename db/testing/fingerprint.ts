import type { TestDatabase } from "@/db/testing/test-database";

let statement: Promise<string> | null = null;

/** One hash per table over all rows of a workspace, read as the owner of the tables. `rows` counts them. */
export async function fingerprint(
  testing: TestDatabase,
  workspaceId: string,
): Promise<Map<string, { rows: number; hash: string }>> {
  statement ??= compose(testing);
  const { rows } = await testing.database.pool.query<{ name: string; rows: number; hash: string }>(await statement, [
    workspaceId,
  ]);
  return new Map(rows.map(({ name, ...rest }) => [name, rest]));
}

/** Everything a workspace holds, as one text per row. */
export async function dump(testing: TestDatabase, workspaceId: string): Promise<string[]> {
  const texts: string[] = [];
  for (const name of (await fingerprint(testing, workspaceId)).keys()) {
    const where =
      name === "workspace"
        ? "t.id = $1"
        : name === "user"
          ? `t.id in (select user_id from membership where workspace_id = $1)`
          : "t.workspace_id = $1";
    const { rows } = await testing.database.pool.query<{ text: string }>(
      `select t::text as text from "${name}" t where ${where}`,
      [workspaceId],
    );
    texts.push(...rows.map((row) => row.text));
  }
  return texts;
}

async function compose(testing: TestDatabase): Promise<string> {
  const { rows } = await testing.database.pool.query<{ name: string }>(
    `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and c.relkind in ('r', 'p') and not c.relispartition
        and exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'workspace_id')
      order by 1`,
  );
  const of = (name: string, where: string) =>
    `select '${name}' as name, count(*)::int as rows, coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as hash from "${name}" t where ${where}`;
  return [
    ...rows.map(({ name }) => of(name, "t.workspace_id = $1")),
    of("workspace", "t.id = $1"),
    of("user", "t.id in (select user_id from membership where workspace_id = $1)"),
  ].join(" union all ");
}
