import { expectNoAxeViolations } from "@/e2e/fixtures/expect-no-axe-violations";
import { expect, test } from "@/e2e/fixtures/test";
import { DEMO_WORKSPACE_ID } from "@/db/seed/seed-demo";

/** Every kind of page; `:journey`, `:account`, `:person` and `:approval` are filled from the demo. */
const pages = [
  "/demo?as=csm",
  "/demo?as=marketer",
  "/demo?as=manager",
  "/demo/journeys",
  "/demo/journeys/new",
  "/demo/journeys/:journey/build",
  "/demo/journeys/:journey/live",
  "/demo/journeys/:journey/flow",
  "/demo/journeys/:journey/people",
  "/demo/accounts",
  "/demo/accounts/:account",
  "/demo/accounts/:account/activity",
  "/demo/accounts/:account/people",
  "/demo/people",
  "/demo/people/:person",
  "/demo/work",
  "/demo/insights",
  "/demo/insights/flow",
  "/demo/approvals",
  "/demo/approvals/:approval",
  "/demo/library/segments",
  "/demo/library/mailbox",
  "/demo/settings/sources",
] as const;

for (const theme of ["light", "dark"] as const) {
  test(`no page has an accessibility fault or an error in ${theme}`, async ({
    page,
    login,
    database,
    context,
    baseURL,
  }) => {
    test.setTimeout(240_000);
    const errors: string[] = [];
    page.on("pageerror", (error) => errors.push(`${page.url()}: ${error.message}`));
    const ids = await database.transaction(DEMO_WORKSPACE_ID, async (tx) => ({
      ":journey": await one(tx.query<{ id: string }>("select id from journey where name = 'First-login activation'")),
      ":account": await one(tx.query<{ id: string }>("select id from account where name = 'Northwind Freight'")),
      ":person": await one(tx.query<{ id: string }>("select id from person order by created_at desc, id limit 1")),
      ":approval": await one(tx.query<{ id: string }>("select id from approval limit 1")),
    }));
    await login("admin");
    await context.addCookies([{ name: "waymark-theme", value: theme, url: baseURL ?? "" }]);
    for (const path of pages) {
      const address = path.replace(/:[a-z]+/, (name) => ids[name as keyof typeof ids] ?? name);
      const answer = await page.goto(address);
      expect(answer?.status(), path).toBe(200);
      await expect(page.locator("html"), path).toHaveAttribute("data-theme", theme);
      await expect(page.getByRole("heading", { level: 1 }), path).toBeVisible();
      await page.waitForLoadState("networkidle");
      await test.step(path, () => expectNoAxeViolations(page));
    }
    expect(errors).toEqual([]);
  });
}

async function one(rows: Promise<{ id: string }[]>): Promise<string> {
  return (await rows)[0]?.id ?? "";
}
