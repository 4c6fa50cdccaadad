import { describe, expect, it } from "vitest";
import { type KeyPress, meaningOf, SEQUENCE_MS } from "./key-sequence";

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  atMs: 10_000,
  ctrlOrMeta: false,
  alt: false,
  typing: false,
  ...more,
});

describe("meaningOf", () => {
  it("opens the palette with Ctrl or Cmd K, even while typing", () => {
    expect(meaningOf(press("k", { ctrlOrMeta: true, typing: true }), null, true)).toEqual({ type: "palette" });
    expect(meaningOf(press("K", { ctrlOrMeta: true }), null, false)).toEqual({ type: "palette" });
    expect(meaningOf(press("k", { ctrlOrMeta: true, alt: true }), null, true)).toEqual({ type: "nothing" });
  });

  it("goes somewhere with a letter soon after g", () => {
    expect(meaningOf(press("g"), null, true)).toEqual({ type: "prefix" });
    expect(meaningOf(press("a"), 10_000 - SEQUENCE_MS, true)).toEqual({ type: "go", key: "a" });
    expect(meaningOf(press("a"), 9_999 - SEQUENCE_MS, true)).toEqual({ type: "nothing" });
  });

  it("leaves letters alone where they are text, and where they are switched off", () => {
    for (const key of ["g", "?"]) {
      expect(meaningOf(press(key, { typing: true }), null, true)).toEqual({ type: "nothing" });
      expect(meaningOf(press(key), null, false)).toEqual({ type: "nothing" });
    }
  });

  it("shows the help with a question mark", () => {
    expect(meaningOf(press("?"), null, true)).toEqual({ type: "help" });
  });
});
