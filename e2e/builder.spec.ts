import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { expect, test } from "@/e2e/fixtures/test";

const card = (page: Page, step: string) => page.getByRole("group", { name: new RegExp(`^${step}\\.`) });
const settings = (page: Page) => page.getByRole("complementary", { name: "Settings" });
const saved = (page: Page) => expect(page.getByRole("status").filter({ hasText: /^Saved \d/ })).toBeVisible();

/** A journey of its own, open in Build. */
async function newJourney(page: Page, name = `Built ${randomUUID().slice(0, 8)}`): Promise<string> {
  await page.goto("/demo/journeys/new");
  await page.getByRole("textbox", { name: "Name" }).fill(name);
  await page.getByRole("button", { name: "Open the canvas" }).click();
  await page.waitForURL(/\/journeys\/[0-9a-f-]+\/build/);
  await expect(card(page, "Start")).toBeVisible();
  return /journeys\/([0-9a-f-]+)/.exec(page.url())?.[1] ?? "";
}

/** Steps from top to bottom, by name. */
async function stepNames(page: Page): Promise<string[]> {
  const cards = await page.locator(".builder-canvas [data-step-id]").all();
  const places = await Promise.all(
    cards.map(async (one) => ({
      y: (await one.boundingBox())?.y ?? 0,
      name: ((await one.getAttribute("aria-label")) ?? "").split(".")[0] ?? "",
    })),
  );
  return places.sort((a, b) => a.y - b.y).map((place) => place.name);
}

/** What a screen reader hears of every path. */
const pathNames = (page: Page) =>
  page.locator(".builder-canvas .react-flow__edge").evaluateAll((paths) => paths.map((one) => one.ariaLabel).sort());

test("steps come by drag, by press and by a path's +; undo takes them back; a reload shows the same journey", async ({
  page,
  login,
}) => {
  await login("marketer");
  await newJourney(page);

  // Drag onto the lit place.
  const email = page.getByRole("button", { name: "Email", exact: true });
  await email.hover();
  await page.mouse.down();
  await page.mouse.move(600, 300);
  const target = page.getByRole("button", { name: "Place it here: after Start" });
  const box = await target.boundingBox();
  if (!box) throw new Error("No place lit up.");
  await page.mouse.move(box.x + box.width / 2 + 8, box.y + box.height / 2, { steps: 4 });
  await page.mouse.up();
  await expect(card(page, "Email")).toBeVisible();
  await expect(target).toHaveCount(0);
  expect(await stepNames(page)).toEqual(["Start", "Email", "End"]);

  // A press puts it after the selected step.
  await card(page, "Start").click();
  await page.getByRole("button", { name: "Wait", exact: true }).click();
  await expect(card(page, "Wait")).toBeVisible();
  await expect.poll(() => stepNames(page)).toEqual(["Start", "Wait", "Email", "End"]);

  // The + of a path.
  await page.getByRole("button", { name: "Add a step between Start and Wait" }).click();
  await page.getByPlaceholder("Search steps").last().fill("Mile");
  await page.keyboard.press("Enter");
  await expect.poll(() => stepNames(page)).toEqual(["Start", "Milestone", "Wait", "Email", "End"]);

  await page.getByRole("button", { name: /^Undo/ }).click();
  await expect.poll(() => stepNames(page)).toEqual(["Start", "Wait", "Email", "End"]);
  await page.getByRole("button", { name: /^Redo/ }).click();
  await expect(card(page, "Milestone")).toBeVisible();

  // Paths have names, and none of the library's.
  expect(await pathNames(page)).toContain("Path from Start to Milestone");
  expect(await page.locator(".builder-canvas").ariaSnapshot()).not.toMatch(/\b(node|edge)\b/i);

  await saved(page);
  const [steps, paths] = [await stepNames(page), await pathNames(page)];
  await page.reload();
  await expect(card(page, "Milestone")).toBeVisible();
  expect(await stepNames(page)).toEqual(steps);
  expect(await pathNames(page)).toEqual(paths);
});

test("the address of a step opens the journey with that step selected", async ({ page, login }) => {
  await login("marketer");
  await newJourney(page);
  const id = (await card(page, "End").getAttribute("data-step-id")) ?? "";
  await page.goto(`${page.url()}?step=${id}`);
  await expect(settings(page).getByRole("textbox", { name: "Name of the step" })).toHaveValue("End");
  await expect(card(page, "End")).toBeInViewport({ ratio: 1 });
});

test("two people at once: different fields merge, one field asks", async ({ page, login, context }) => {
  await login("marketer");
  await newJourney(page);
  const other = await context.newPage();
  await other.goto(page.url());
  await expect(card(other, "Start")).toBeVisible();
  const rename = async (tab: Page, step: string, name: string) => {
    await card(tab, step).click();
    await settings(tab).getByRole("textbox", { name: "Name of the step" }).fill(name);
  };

  await rename(page, "Start", "Signed up");
  await saved(page);
  await rename(other, "End", "Done");
  await saved(other);
  await expect(card(other, "Signed up")).toBeVisible();
  await expect(card(other, "Done")).toBeVisible();

  // `page` has not seen "Done" yet, and gives the same step another name: both are shown, mine may stay.
  await rename(page, "End", "Over");
  const dialog = page.getByRole("dialog", { name: "Somebody else changed this journey too" });
  const row = dialog.getByRole("row", { name: /name/i }).filter({ hasText: "Over" });
  await expect(row).toContainText("Done");
  await dialog.getByRole("button", { name: "Keep mine" }).click();
  await expect(card(page, "Over")).toBeVisible();
  await saved(page);
  await page.reload();
  await expect(card(page, "Over")).toBeVisible();

  // The other way round: theirs is taken.
  await rename(other, "Done", "Finished");
  const second = other.getByRole("dialog", { name: "Somebody else changed this journey too" });
  await expect(second.getByRole("row").filter({ hasText: "Finished" })).toContainText("Over");
  await second.getByRole("button", { name: "Take theirs" }).click();
  await expect(card(other, "Over")).toBeVisible();
  await other.reload();
  await expect(card(other, "Over")).toBeVisible();
  await expect(card(other, "Finished")).toHaveCount(0);
});

test("without a connection changes are kept, and saved when it is back", async ({ page, login, context }) => {
  await login("marketer");
  await newJourney(page);
  await card(page, "End").click();
  await context.setOffline(true);
  await settings(page).getByRole("textbox", { name: "Name of the step" }).fill("Kept");
  await expect(page.getByRole("status").filter({ hasText: "kept on this device" })).toBeVisible();
  await context.setOffline(false);
  await saved(page);
  await page.reload();
  await expect(card(page, "Kept")).toBeVisible();
});

test("a live journey is paused and goes on, and sums up what happened", async ({ page, login }) => {
  test.setTimeout(90_000);
  await login("admin");
  const journeyId = await newJourney(page);
  await card(page, "Start").click();
  await settings(page).getByRole("combobox", { name: "Starts when" }).click();
  await page.getByRole("option", { name: "An event comes in" }).click();
  for (const unbuilt of [/schedule/i, /hands over/i])
    await expect(page.getByRole("option", { name: unbuilt })).toHaveCount(0);
  await saved(page);
  await page.getByRole("button", { name: "Publish", exact: true }).click();
  const dialog = page.getByRole("dialog");
  for (const box of await dialog.getByRole("checkbox").all()) await box.check();
  await dialog.getByRole("button", { name: "Publish journey" }).click();
  await expect(page.getByText("Version 1 is live")).toBeVisible();

  await page.goto(`/demo/journeys/${journeyId}/live`);
  const numbers = page.getByRole("complementary", { name: "Numbers" });
  await expect(numbers.getByText("Ended with success")).toBeVisible();
  await expect(numbers.locator(":disabled")).toHaveCount(0);
  await page.getByRole("button", { name: "Pause" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Pause journey" }).click();
  await expect(page.getByText("Paused", { exact: true }).first()).toBeVisible();
  await page.getByRole("button", { name: "Resume" }).click();
  await expect(page.getByRole("button", { name: "Pause" })).toBeVisible();

  const modes = page.getByRole("navigation", { name: "Mode" });
  for (const mode of ["Flow", "Who is where", "Build", "Live"]) {
    await modes.getByRole("link", { name: mode }).click();
    await expect(modes.getByRole("link", { name: mode })).toHaveAttribute("aria-current", "page");
  }
});

test("an e-mail is previewed as it would arrive, with what is not known named, and tested", async ({ page, login }) => {
  await login("marketer");
  await newJourney(page);
  await card(page, "Start").click();
  await page.getByRole("button", { name: "Email", exact: true }).click();
  await settings(page).getByRole("textbox", { name: "Subject" }).fill("Hello {{ person.name }}");
  await settings(page).getByRole("textbox", { name: "Text" }).fill("<p>Your {{ person.favourite_colour }} guide.</p>");
  await expect(settings(page).getByText(/^Preview for/)).toContainText("Hello Ada Sample");
  await expect(settings(page).frameLocator("iframe").getByText("guide.")).toBeVisible();
  await expect(settings(page).getByText(/left empty:.*favourite_colour/)).toBeVisible();
  await settings(page).getByRole("button", { name: "Send me a test" }).click();
  await expect(page.getByText("A test is on its way to marketer@demo.test")).toBeVisible();
});

test("a task names who gets it when the account has no owner", async ({ page, login }) => {
  await login("marketer");
  await newJourney(page);
  await card(page, "Start").click();
  await page.getByRole("button", { name: "Call", exact: true }).click();
  await settings(page).getByRole("textbox", { name: "Title" }).fill("Say hello");
  // A step just made is not scolded for what may yet come; once left, it is.
  await card(page, "End").click();
  await card(page, "Call").click();
  await expect(settings(page).getByText(/nobody gets this task/i)).toBeVisible();
  await settings(page).getByRole("button", { name: "Fix" }).click();
  const fallback = settings(page).getByRole("combobox", { name: "If the account has no owner" });
  await expect(fallback).toBeFocused();
  await fallback.click();
  await page.getByRole("option", { name: "Nobody" }).waitFor();
  await page.getByRole("option").nth(1).click();
  await expect(settings(page).getByText(/nobody gets this task/i)).toHaveCount(0);
});

test("a viewer sees Live, and the server takes no change", async ({ page, login, browser, baseURL }) => {
  await login("marketer");
  const journeyId = await newJourney(page);
  const second = await browser.newContext({ ...(baseURL ? { baseURL } : {}) });
  const viewer = await second.newPage();
  await viewer.goto("/sign-in");
  await viewer.getByLabel("E-mail").fill("viewer@demo.test");
  await viewer.getByLabel("Password").fill("waymark");
  await viewer.getByRole("button", { name: "Sign in", exact: true }).click();
  await viewer.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
  await viewer.goto(`/demo/journeys/${journeyId}/build`);
  await viewer.waitForURL(/\/live/);
  await expect(viewer.getByRole("navigation", { name: "Mode" }).getByRole("link", { name: "Build" })).toHaveCount(0);
  const answer = await viewer.request.patch(`/api/app/demo/journeys/${journeyId}/draft`, {
    headers: { origin: baseURL ?? "" },
    data: { baseRev: 0, patches: [{ op: "replace", path: ["document", "name"], value: "Mine now" }] },
  });
  expect(answer.status()).toBe(403);
  await page.reload();
  await expect(page.getByRole("textbox", { name: "Name of the journey" })).not.toHaveValue("Mine now");
  await second.close();
});
