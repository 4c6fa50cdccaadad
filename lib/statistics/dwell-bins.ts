/** Bins for times: bin i holds [2^(i/2), 2^((i+1)/2)) seconds, so that they add in SQL; the last takes all above (about 4 years). */
export const DWELL_BIN_COUNT = 54;

export function dwellBin(dwellMs: number): number {
  if (dwellMs < 1000) return 0;
  return Math.min(DWELL_BIN_COUNT - 1, Math.floor(2 * Math.log2(dwellMs / 1000)));
}

/** The q-quantile (0…1) in ms, by geometric interpolation inside its bin; null when the bins are empty. */
export function dwellQuantile(bins: readonly number[], q: number): number | null {
  const total = bins.reduce((sum, count) => sum + count, 0);
  if (total === 0) return null;
  let before = 0;
  for (const [index, count] of bins.entries()) {
    if (count > 0 && before + count >= q * total) {
      const inside = Math.max(0, q * total - before) / count;
      return 1000 * 2 ** ((index + inside) / 2);
    }
    before += count;
  }
  return 1000 * 2 ** (DWELL_BIN_COUNT / 2);
}
