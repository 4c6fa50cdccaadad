import type { Tx } from "@/db/transaction";

export type Row = Record<string, unknown>;

const ROWS_PER_STATEMENT = 4_000;

/** Rows waiting to be written, by table; those of hot tables carry their `bucket`. */
export class RowSet {
  readonly #tables = new Map<string, Map<number, Row[]>>();

  /** Rows of a table without buckets. */
  add(table: string, row: Row): void {
    this.#put(table, -1, row);
  }

  addHot(table: string, bucket: number, row: Row): void {
    this.#put(table, bucket, row);
  }

  get tables(): string[] {
    return [...this.#tables.keys()];
  }

  count(table: string): number {
    return [...(this.#tables.get(table)?.values() ?? [])].reduce((sum, rows) => sum + rows.length, 0);
  }

  #put(table: string, bucket: number, row: Row): void {
    let buckets = this.#tables.get(table);
    if (!buckets) {
      buckets = new Map();
      this.#tables.set(table, buckets);
    }
    const rows = buckets.get(bucket);
    if (rows) rows.push(row);
    else buckets.set(bucket, [row]);
  }

  /** Write a table's rows in ascending order of bucket, one bucket a statement (RULES T4). Columns left out take their default.
   * Tables and columns come from this folder's code, so their names are trusted. */
  async write(tx: Tx, table: string): Promise<void> {
    const buckets = [...(this.#tables.get(table) ?? [])].sort(([a], [b]) => a - b);
    for (const [bucket, rows] of buckets) {
      const columns = Object.keys(rows[0] ?? {});
      const list = columns.map((name) => `"${name}"`).join(", ");
      const isHot = bucket >= 0;
      const [into, from] = isHot
        ? [`bucket, workspace_id, ${list}`, `$2::int, $3::uuid, ${list}`]
        : [`workspace_id, ${list}`, `$2::uuid, ${list}`];
      for (let first = 0; first < rows.length; first += ROWS_PER_STATEMENT) {
        await tx.query(
          `insert into "${table}" (${into}) select ${from} from json_populate_recordset(null::"${table}", $1::json) on conflict do nothing`,
          [JSON.stringify(rows.slice(first, first + ROWS_PER_STATEMENT)), ...(isHot ? [bucket] : []), tx.workspaceId],
          `seed-${table}`,
        );
      }
    }
    this.#tables.delete(table);
  }
}

/** Milliseconds as the database reads a time. */
export function time(atMs: number): string;
export function time(atMs: number | null): string | null;
export function time(atMs: number | null): string | null {
  return atMs === null ? null : new Date(atMs).toISOString();
}
