import type { Page } from "@playwright/test";
import { expectNoAxeViolations } from "@/e2e/fixtures/expect-no-axe-violations";
import { expect, test } from "@/e2e/fixtures/test";

const pages = [
  { path: "", heading: /What the workspace is called/ },
  { path: "/members", heading: /people work here/ },
  { path: "/guardrails", heading: /Guardrails hold/ },
  { path: "/sources", heading: /Events come in/ },
  { path: "/audit", heading: /Who did what/ },
] as const;

/** What is typed before the page is alive would be lost. */
const alive = (page: Page) =>
  page.waitForFunction(() =>
    Object.keys(document.querySelector("main form, main search") ?? document.querySelector("main") ?? {}).some((key) =>
      key.startsWith("__reactProps"),
    ),
  );

const open = async (page: Page, place: string) => {
  const { path, heading } = pages.find((one) => one.path === place) ?? pages[0];
  await page.goto(`/demo/settings${path}`);
  await expect(page.getByRole("heading", { level: 1, name: heading })).toBeVisible();
  await alive(page);
};

for (const theme of ["light", "dark"] as const) {
  test(`settings have no accessibility fault in ${theme}`, async ({ page, login }) => {
    await page.emulateMedia({ colorScheme: theme });
    await login("admin");
    for (const { path } of pages) {
      await open(page, path);
      await expectNoAxeViolations(page);
    }
    await open(page, "/members");
    await page.getByRole("button", { name: "Add member" }).click();
    await expect(page.getByRole("dialog", { name: "Add a member" })).toBeVisible();
    await expectNoAxeViolations(page);
  });
}

test("tabs lead to each page, and a phone shows them whole", async ({ page, login }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await login("admin");
  await open(page, "");
  for (const { path, heading } of pages) {
    await page.getByRole("navigation", { name: "Settings" }).locator(`a[href$="/settings${path}"]`).click();
    await expect(page.getByRole("heading", { level: 1, name: heading })).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);
  }
});

test("a zone is found by typing, a wrong address is named, and the change stands in the log", async ({
  page,
  login,
}) => {
  await login("admin");
  await open(page, "");
  const zone = page.getByRole("combobox", { name: /Time zone/ });
  await zone.fill("lisbon");
  await page.getByRole("option", { name: /Europe\/Lisbon/ }).click();
  const sender = page.getByLabel("Sender e-mail");
  const address = await sender.inputValue();
  await sender.fill("nobody");
  await page.getByRole("button", { name: "Save settings" }).click();
  await expect(page.getByText("This is not an e-mail address.")).toBeVisible();
  await sender.fill(address);
  await page.getByRole("button", { name: "Save settings" }).click();
  await expect(page.getByText("Settings are saved")).toBeVisible();
  await page.reload();
  await expect(zone).toHaveValue("Europe/Lisbon");
  await zone.fill("berlin");
  await page.getByRole("option", { name: /Europe\/Berlin/ }).click();
  await page.getByRole("button", { name: "Save settings" }).click();
  await expect(page.getByText("Settings are saved")).toBeVisible();
  await open(page, "/audit");
  await expect(page.getByRole("row", { name: /changed settings: time zone/ }).first()).toBeVisible();
  await page.getByRole("link", { name: "Check the log" }).click();
  await expect(page.getByText(/^Checked: \d+ entries, each as it was written/)).toBeVisible();
});

test("a member is added, signs in with the first password, changes it, and is removed", async ({
  page,
  login,
  browser,
  baseURL,
}) => {
  const email = `nora-${Date.now()}@example.test`;
  await login("admin");
  await open(page, "/members");
  await page.getByRole("button", { name: "Add member" }).click();
  await page.getByRole("textbox", { name: /^Name/ }).fill("Nora Lind");
  await page.getByLabel("E-mail").fill("nora");
  await page.getByRole("dialog").getByRole("button", { name: "Add member" }).click();
  await expect(page.getByText("This is not an e-mail address.")).toBeVisible();
  await page.getByLabel("E-mail").fill(email);
  await page.getByRole("dialog").getByRole("button", { name: "Add member" }).click();
  const password = (await page.getByRole("region", { name: "First password" }).textContent()) ?? "";
  await page.getByRole("button", { name: "Done" }).click();
  await expect(page.getByRole("row", { name: new RegExp(email) })).toBeVisible();

  const hers = await browser.newPage({ baseURL: baseURL ?? "" });
  await hers.goto("/sign-in?to=/demo/settings/members");
  await hers.getByLabel("E-mail").fill(email);
  await hers.getByLabel("Password").fill(password);
  await hers.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(hers.getByRole("heading", { level: 1, name: /people work here/ })).toBeVisible();
  await alive(hers);
  await expect(hers.getByRole("button", { name: "Add member" })).toHaveCount(0);
  await hers.getByLabel("Password you use now").fill("not this one");
  await hers.getByLabel("New password").fill("a password of her own");
  await hers.getByRole("button", { name: "Change password" }).click();
  await expect(hers.getByText("This is not the password you use now.")).toBeVisible();
  await hers.getByLabel("Password you use now").fill(password);
  await hers.getByRole("button", { name: "Change password" }).click();
  await expect(hers.getByText("Your password is changed")).toBeVisible();
  await hers.reload();
  await expect(hers.getByRole("heading", { level: 1, name: /people work here/ })).toBeVisible();

  await page
    .getByRole("row", { name: new RegExp(email) })
    .getByRole("button", { name: "Remove Nora Lind" })
    .click();
  await page.getByRole("button", { name: "Remove member" }).click();
  await expect(page.getByText("Nora Lind is no longer a member").first()).toBeVisible();
  await expect(page.getByRole("row", { name: new RegExp(email) })).toHaveCount(0);
  await hers.goto("/demo/settings");
  await expect(hers.getByRole("heading", { level: 1, name: /What the workspace/ })).toHaveCount(0);
  await hers.close();
});

test("guardrails name a wrong number, keep a right one, and go back to the defaults", async ({ page, login }) => {
  await login("manager");
  await open(page, "/guardrails");
  const most = page.getByRole("textbox", { name: "Most automated touchpoints to one account" });
  await most.fill("");
  await page.getByRole("button", { name: "Save guardrails" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Give a whole number" })).toBeVisible();
  await most.fill("2");
  await page.getByRole("button", { name: "Save guardrails" }).click();
  await expect(page.getByText(/Guardrails are saved/)).toBeVisible();
  await expect(page.getByText("not the default")).toHaveCount(1);
  await page.reload();
  await expect(most).toHaveValue("2");
  await page.getByRole("button", { name: "Fill in the defaults" }).click();
  await expect(most).toHaveValue("3");
  await page.getByRole("button", { name: "Save guardrails" }).click();
  await expect(page.getByText("not the default")).toHaveCount(0);
});

test("who may not change settings reads them", async ({ page, login }) => {
  await login("viewer");
  await open(page, "");
  await expect(page.getByRole("textbox", { name: /^Name/ })).toBeDisabled();
  await expect(page.getByRole("button", { name: "Save settings" })).toHaveCount(0);
  await open(page, "/guardrails");
  await expect(page.getByRole("button", { name: "Save guardrails" })).toHaveCount(0);
  await expect(page.getByRole("link", { name: "Audit log" })).toHaveCount(0);
  await page.goto("/demo/settings/audit");
  await expect(page.getByText("The audit log is for admins and managers")).toBeVisible();
});

test("the palette finds an account by its name and opens it", async ({ page, login }) => {
  await login("csm");
  const name = "Northwind Freight";
  await page.goto("/demo/insights");
  const query = page.getByRole("dialog").getByRole("combobox");
  await expect(async () => {
    await page.keyboard.press("Control+k");
    await expect(query).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await query.fill(name);
  const hit = page.getByRole("group", { name: "Accounts" }).getByRole("option").first();
  await expect(hit).toContainText(name);
  await expectNoAxeViolations(page);
  await hit.click();
  await expect(page).toHaveURL(/\/demo\/accounts\/[0-9a-f-]{36}/);
});
