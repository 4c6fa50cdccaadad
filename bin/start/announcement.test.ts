import { expect, test } from "vitest";
import { announcement } from "./announcement";

const url = "http://localhost:3000";

test("one line with the address and the demo sign-ins", () => {
  expect(announcement({ url, host: "127.0.0.1", demo: true })).toEqual([
    "Waymark is at http://localhost:3000 · sign in as admin@demo.test, manager@demo.test, marketer@demo.test, csm@demo.test, viewer@demo.test with password waymark",
  ]);
});

test("no passwords without the demo, and a warning when others can use them", () => {
  expect(announcement({ url, host: "0.0.0.0", demo: false })).toEqual(["Waymark is at http://localhost:3000"]);
  expect(announcement({ url, host: "0.0.0.0", demo: true })[1]).toContain("the demo passwords are public");
});
