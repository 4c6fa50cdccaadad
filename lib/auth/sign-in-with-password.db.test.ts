import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestDatabase, type TestDatabase } from "@/db/testing/test-database";
import { hashPassword } from "@/lib/services/user/hash-password";
import { signInWithPassword } from "./sign-in-with-password";

const ana = { id: randomUUID(), email: "ana@example.com", password: "right horse" };

let testing: TestDatabase;
beforeAll(async () => {
  testing = await openTestDatabase();
  const hash = await hashPassword(ana.password);
  await testing.database.outside((tx) =>
    tx.query(`insert into "user" (id, email, name, password_hash) values ($1, $2, 'Ana', $3)`, [
      ana.id,
      ana.email,
      hash,
    ]),
  );
});
afterAll(() => testing.drop());

const attempt = (more: Partial<Parameters<typeof signInWithPassword>[1]> = {}) =>
  signInWithPassword(testing.database, {
    email: ana.email,
    password: ana.password,
    address: "192.0.2.1",
    nowMs: 0,
    ...more,
  });

test("the right password signs in, however the address is typed", async () => {
  expect(await attempt({ email: "  Ana@Example.com " })).toMatchObject({ id: ana.id, sessionVersion: 1 });
});

test("a wrong password and an unknown address are both nobody", async () => {
  expect(await attempt({ password: "wrong horse" })).toBeNull();
  expect(await attempt({ email: "nobody@example.com" })).toBeNull();
});

test("no password is stored as it was typed", async () => {
  const rows = await testing.database.outside((tx) =>
    tx.query<{ password_hash: string }>(`select password_hash from "user"`),
  );
  expect(rows.map((row) => row.password_hash.startsWith("$argon2id$"))).toEqual([true]);
});

test("after ten failures from one place even the right password waits, elsewhere it does not", async () => {
  const here = { address: "192.0.2.2" };
  for (let tries = 0; tries < 10; tries += 1)
    expect(await attempt({ ...here, password: "guess", nowMs: tries })).toBeNull();
  await expect(attempt({ ...here, nowMs: 1_000 })).rejects.toMatchObject({
    code: "too_many",
    detail: { waitMs: 599_000 },
  });
  expect(await attempt({ address: "192.0.2.3", nowMs: 1_000 })).not.toBeNull();
  expect(await attempt({ ...here, nowMs: 600_000 })).not.toBeNull();
});
