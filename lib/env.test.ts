import { expect, test } from "vitest";
import { readEnv } from "./env";

test("an empty environment gives the documented defaults", () => {
  expect(readEnv({})).toMatchObject({
    port: 3000,
    portGiven: false,
    dataDir: ".data",
    demo: true,
    url: "http://localhost:3000",
    databaseUrl: undefined,
    installBrowser: true,
  });
});

test.each([
  ["PORT", "eighty"],
  ["PORT", "0"],
  ["PORT", "70000"],
  ["DATABASE_URL", "mysql://host/name"],
  ["WAYMARK_DEMO", "no"],
  ["WAYMARK_URL", "ftp://host"],
  ["WAYMARK_SECRET", "short"],
  ["SMTP_URL", "http://host"],
  ["LOG_LEVEL", "loud"],
  ["NODE_ENV", "staging"],
  ["WAYMARK_INSTALL_BROWSER", "maybe"],
])("a bad %s is refused in a sentence that names it", (name, value) => {
  expect(() => readEnv({ [name]: value })).toThrow(
    new RegExp(`^The configuration is not usable\\.\\n${name} must [^\\n]+\\.$`),
  );
});

test("an empty variable counts as unset", () => {
  expect(readEnv({ PORT: "", DATABASE_URL: "" })).toMatchObject({ port: 3000, databaseUrl: undefined });
});

test("the address follows the port, and loses its trailing slash", () => {
  expect(readEnv({ PORT: "4000" }).url).toBe("http://localhost:4000");
  expect(readEnv({ WAYMARK_URL: "https://w.example.com/" }).url).toBe("https://w.example.com");
});

test("demo data stays out of a production database unless asked for", () => {
  const own = { NODE_ENV: "production", DATABASE_URL: "postgres://u:p@h/db" };
  expect(readEnv(own).demo).toBe(false);
  expect(readEnv({ ...own, WAYMARK_DEMO: "1" }).demo).toBe(true);
  expect(readEnv({ NODE_ENV: "production" }).demo).toBe(true);
  expect(readEnv({ WAYMARK_DEMO: "0" }).demo).toBe(false);
});
