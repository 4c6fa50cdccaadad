/** Bins for times: bin i holds [2^(i/2), 2^((i+1)/2)) seconds, so that they add in SQL; the last takes all above (about 4 years). */
export const DWELL_BIN_COUNT = 54;

export function dwellBin(dwellMs: number): number {
  if (dwellMs < 1000) return 0;
  return Math.min(DWELL_BIN_COUNT - 1, Math.floor(2 * Math.log2(dwellMs / 1000)));
}
