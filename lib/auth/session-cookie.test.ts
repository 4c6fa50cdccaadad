import { expect, it } from "vitest";
import { sessionCookies } from "./session-cookie";

it("names the port and never shares a cookie between two of them", () => {
  expect(sessionCookies("http://localhost:3000").sessionToken.name).toBe("waymark-session-3000");
  expect(sessionCookies("http://localhost:3001").sessionToken.name).toBe("waymark-session-3001");
});

it("binds the cookie to the host over https", () => {
  const { sessionToken } = sessionCookies("https://journeys.example.com");
  expect(sessionToken.name).toBe("__Host-waymark-session");
  expect(sessionToken.options).toEqual({ httpOnly: true, sameSite: "lax", path: "/", secure: true });
});
