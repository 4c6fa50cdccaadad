import { INGEST_DEPTH_MAX, INGEST_NAME_CHARACTERS_MAX } from "@/lib/contract/ingest/limits";

export class JsonProblem extends Error {
  constructor(
    readonly field: string,
    readonly reason: string,
  ) {
    super(reason);
  }
}

/** What the database can store of a JSON value: NUL characters are dropped, halves of a cut-off surrogate pair become
 * U+FFFD. Untouched values are given back as they are. Throws `JsonProblem` when it is too deep or a name too long. */
export function cleanJson(value: unknown, path: string, depth = 0): unknown {
  if (typeof value === "string") return cleanText(value);
  if (value === null || typeof value !== "object") return value;
  if (depth >= INGEST_DEPTH_MAX)
    throw new JsonProblem(path, `Goes deeper than ${INGEST_DEPTH_MAX} objects. Send it flatter.`);
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) {
      const before: unknown = value[i];
      const after = cleanJson(before, `${path}.${i}`, depth + 1);
      if (after !== before) return value.map((one, place) => cleanJson(one, `${path}.${place}`, depth + 1));
    }
    return value;
  }
  let changed = false;
  const entries: [string, unknown][] = [];
  for (const [name, inner] of Object.entries(value)) {
    if (name.length === 0 || name.length > INGEST_NAME_CHARACTERS_MAX) {
      throw new JsonProblem(path, `Has a name of ${name.length} characters. Use 1 to ${INGEST_NAME_CHARACTERS_MAX}.`);
    }
    const cleanName = cleanText(name);
    const cleanInner = cleanJson(inner, `${path}.${name}`, depth + 1);
    if (cleanName !== name || cleanInner !== inner) changed = true;
    entries.push([cleanName, cleanInner]);
  }
  return changed ? Object.fromEntries(entries) : value;
}

const UNSTORABLE = /[\0\p{Surrogate}]/u;

export function cleanText(text: string): string {
  return UNSTORABLE.test(text) ? text.replaceAll("\0", "").replace(/\p{Surrogate}/gu, "\ufffd") : text;
}
