import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { auditVerbLabel, auditWords } from "./audit-words";

const entry = { subject: "journey:1", subjectName: "Welcome", detail: {} };

test("says what was done to what", () => {
  expect(auditWords({ ...entry, verb: "journey.published", detail: { version: 3 } })).toBe(
    "launched “Welcome”, version 3",
  );
  expect(
    auditWords({
      ...entry,
      verb: "policy.saved",
      subjectName: null,
      detail: { before: {}, after: { caps: [], quietHours: {} } },
    }),
  ).toBe("changed guardrails: limits per channel, quiet hours");
  expect(auditWords({ ...entry, verb: "member.role_changed", detail: { name: "Ana", from: "csm", to: "admin" } })).toBe(
    "made Ana Admin, before CSM",
  );
  expect(auditWords({ ...entry, verb: "approval.decided", detail: { decision: "changes_asked", comment: "" } })).toBe(
    "answered the approval of “Welcome”: changes asked",
  );
});

test("a verb not known here keeps its own words", () => {
  expect(auditVerbLabel("surveyForm.sent_off")).toBe("survey form sent off");
  expect(auditWords({ ...entry, verb: "surveyForm.sent_off" })).toBe("did: survey form sent off “Welcome”");
});

test("every verb that is audited has words of its own", () => {
  const files = ["lib/contract", "lib/services"].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" }).map((file) => path.join(folder, file)),
  );
  const audited = files
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
    .flatMap((file) => [...readFileSync(file, "utf8").matchAll(/audit: "([^"]+)"/g)].map(([, verb = ""]) => verb));
  expect(audited.length).toBeGreaterThan(20);
  expect(audited.filter((verb) => auditVerbLabel(verb) === verb.replace(/[._]/g, " "))).toEqual([]);
});
