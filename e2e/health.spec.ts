import { expect, test } from "@/e2e/fixtures/test";

test("health answers ok when web, database and worker are well", async ({ request }) => {
  const response = await request.get("/api/health");
  expect(response.status()).toBe(200);
  expect(await response.json()).toMatchObject({ status: "ok", ready: true, database: "ok", worker: "ok" });
});
