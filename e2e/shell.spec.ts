import type { Page } from "@playwright/test";
import { expectNoAxeViolations } from "@/e2e/fixtures/expect-no-axe-violations";
import { expect, test } from "@/e2e/fixtures/test";

const themes = ["light", "dark"] as const;

/** An address that is no page: the frame with nothing in it. */
const bare = "/demo/no-such-page";

const openAvatarMenu = (page: Page) => page.getByRole("button", { name: /your account/ }).click();

test.describe("sign-in", () => {
  test("says what is wrong, then leads to the address asked for", async ({ page }) => {
    await page.goto(`${bare}?stage=growth`);
    await expect(page).toHaveURL(/\/sign-in\?to=/);
    await page.getByLabel("E-mail").fill("viewer@demo.test");
    await page.getByLabel("Password").fill("not this one");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("alert").filter({ hasText: "do not match" })).toBeVisible();
    await page.getByLabel("Password").fill("waymark");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(new RegExp(`${bare}\\?stage=growth$`));
  });

  test("never leads to another site", async ({ page }) => {
    await page.goto("/sign-in?to=//evil.example/");
    await page.getByRole("button", { name: "Sign in as Viewer" }).click();
    await expect(page).toHaveURL(/localhost:\d+\/demo/);
  });

  test("takes its addresses from the configuration, not from the request", async ({ request, baseURL }) => {
    const headers = { "x-forwarded-host": "evil.example", "x-forwarded-proto": "https" };
    const answer = await (await request.get("/api/auth/providers", { headers })).json();
    expect(answer.credentials.callbackUrl).toBe(`${baseURL}/api/auth/callback/credentials`);
  });

  test("makes somebody who guesses wait", async ({ page }) => {
    await page.goto("/sign-in");
    await page.getByLabel("E-mail").fill(`guess-${Date.now()}@demo.test`);
    for (let tries = 0; tries < 11; tries += 1) {
      await page.getByLabel("Password").fill(`guess ${tries}`);
      const answered = page.waitForResponse((response) => response.url().includes("/callback/credentials"));
      await page.getByRole("button", { name: "Sign in", exact: true }).click();
      await answered;
      await expect(page.getByRole("button", { name: "Sign in", exact: true })).toBeEnabled();
    }
    await expect(page.getByRole("alert").filter({ hasText: "Too many failed sign-ins" })).toBeVisible();
  });

  test("ends every session of a person at once", async ({ page, browser, login, baseURL }) => {
    await login("viewer");
    const elsewhere = await browser.newPage({ baseURL: baseURL ?? "" });
    await elsewhere.goto("/sign-in");
    await elsewhere.getByRole("button", { name: "Sign in as Viewer" }).click();
    await elsewhere.waitForURL((url) => url.pathname.startsWith("/demo"));
    await page.goto(bare);
    await openAvatarMenu(page);
    await page.getByRole("menuitem", { name: /Sign out everywhere/ }).click();
    await expect(page).toHaveURL(/\/sign-in/);
    await elsewhere.goto(bare);
    await expect(elsewhere).toHaveURL(/\/sign-in/);
    await elsewhere.close();
  });
});

for (const theme of themes) {
  test(`sign-in, frame, palette and help have no accessibility fault in ${theme}`, async ({ page, login }) => {
    await page.emulateMedia({ colorScheme: theme });
    await page.goto("/sign-in");
    await expect(page.locator("html")).toHaveAttribute("data-theme", theme);
    await expectNoAxeViolations(page);
    await login("csm");
    await page.goto(bare);
    await expect(page.getByRole("heading", { name: "Not found" })).toBeVisible();
    await expectNoAxeViolations(page);
    await page.keyboard.press("Control+k");
    await expect(page.getByRole("dialog", { name: "Find or do anything" })).toBeVisible();
    await expectNoAxeViolations(page);
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog")).toHaveCount(0);
    await page.keyboard.press("?");
    await expect(page.getByRole("dialog", { name: "Keyboard" })).toBeVisible();
    await expectNoAxeViolations(page);
  });
}

test("everything is reached by keys", async ({ page, login }) => {
  await login("marketer");
  await page.goto(bare);
  await expect(page.getByRole("heading", { name: "Not found" })).toBeVisible();

  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to the content" })).toBeFocused();

  await page.keyboard.press("g");
  await page.keyboard.press("a");
  await expect(page).toHaveURL(/\/demo\/accounts$/);

  await page.keyboard.press("Control+k");
  await page.getByRole("dialog").getByRole("combobox").fill("insi");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/demo\/insights/);

  const avatar = page.getByRole("button", { name: /your account/ });
  await avatar.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("menuitemradio", { name: "Admin" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(avatar).toBeFocused();
});

test("letters stay letters where one types, and can be switched off", async ({ page, login }) => {
  await login("marketer");
  await page.goto(bare);
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox").pressSequentially("ga?");
  await expect(page.getByRole("combobox")).toHaveValue("ga?");
  await expect(page).toHaveURL(new RegExp(`${bare}$`));
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);

  await page.keyboard.press("?");
  await page.getByRole("switch", { name: /Single-letter shortcuts/ }).press("Space");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await page.keyboard.press("g");
  await page.keyboard.press("a");
  await page.keyboard.press("?");
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("dialog", { name: "Find or do anything" })).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`${bare}$`));
});

test("theme and rail are there from the first byte", async ({ page, login }) => {
  await login("manager");
  await page.goto(bare);
  await page.getByRole("button", { name: "Show names" }).click();
  await openAvatarMenu(page);
  await page.getByRole("menuitemradio", { name: "Dark" }).click();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  const response = await page.goto("/sign-in?why=no-workspace");
  expect(await response?.text()).toMatch(/<html[^>]* data-theme="dark"/);
  await page.goto(bare);
  await expect(page.getByRole("navigation", { name: "Main" }).getByText("Journeys")).toBeVisible();
});

test("pages carry a policy that forbids eval and foreign scripts", async ({ request }) => {
  const policy = (await request.get("/sign-in")).headers()["content-security-policy"] ?? "";
  expect(policy).toMatch(/script-src 'self' 'nonce-[^']+' 'strict-dynamic';/);
  expect(policy).not.toContain("unsafe-eval");
  expect(policy).toContain("frame-ancestors 'none'");
});

test("a phone has a bottom bar in place of the rail, and nothing sticks out", async ({ page, login }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await login("csm");
  await page.goto(bare);
  const bar = page.getByRole("navigation", { name: "Main" });
  await expect(bar.getByRole("link")).toHaveText(["Home", "Accounts", /^Approvals/]);
  await bar.getByRole("button", { name: "Search" }).click();
  await expect(page.getByRole("option", { name: "Sign out" })).toBeAttached();
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);
});
