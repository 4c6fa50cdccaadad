const YEAR_S = 31_536_000;

export const themeCookie = "waymark-theme";
export const railCookie = "waymark-rail";

/** Keeps a choice of this browser for a year where the server can read it before the first paint. */
export function remember(name: string, value: string | null) {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not everywhere yet
  document.cookie =
    value === null
      ? `${name}=; path=/; max-age=0; samesite=lax`
      : `${name}=${value}; path=/; max-age=${YEAR_S}; samesite=lax`;
}
