/** Values sorted into the buckets they belong to. */
export type ByBucket<T> = Map<number, T[]>;

export function put<T>(sorted: ByBucket<T>, bucket: number, value: T): void {
  const values = sorted.get(bucket);
  if (values) values.push(value);
  else sorted.set(bucket, [value]);
}

/** One statement per bucket, in ascending order so that two requests never wait for each other in a ring (RULES T4).
 * They are sent together and answered in order. */
export async function eachBucket<T, R>(
  sorted: ByBucket<T>,
  run: (bucket: number, values: T[]) => Promise<R>,
): Promise<R[]> {
  const ascending = [...sorted].sort(([a], [b]) => a - b);
  return Promise.all(ascending.map(([bucket, values]) => run(bucket, values)));
}
