import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { expectVisibleFocus, tabTo } from "@/e2e/fixtures/keyboard";
import { expect, test } from "@/e2e/fixtures/test";

const run = randomUUID().slice(0, 8);
const event = `trial_started_${run}`;
const name = `Drawn by keys ${run}`;

const card = (page: Page, step: string) => page.getByRole("group", { name: new RegExp(`^${step}\\.`) });

/** Types over what is in the field that has the focus. */
async function typeOver(page: Page, text: string): Promise<void> {
  await page.keyboard.press("Control+A");
  await page.keyboard.type(text);
}

test("a journey is drawn, mended and published without a pointer", async ({ page, login }) => {
  test.setTimeout(150_000);
  await login("admin");
  await page.goto("/demo/journeys");
  await page.waitForLoadState("networkidle");

  // A new journey.
  await tabTo(page, page.getByRole("link", { name: "New journey" }));
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/journeys\/new/);
  await expect(page.getByRole("textbox", { name: "Name" })).toBeFocused();
  await expectVisibleFocus(page);
  await page.keyboard.type(name);
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/journeys\/[0-9a-f-]+\/build/);

  // The canvas takes the focus at its start; Enter opens the settings there.
  const settings = page.getByRole("complementary", { name: "Settings" });
  await expect(card(page, "Start")).toBeFocused();
  await expectVisibleFocus(page);
  await page.keyboard.press("Enter");
  const startsWhen = settings.getByRole("combobox", { name: "Starts when" });
  await expect(startsWhen).toBeFocused();
  await expectVisibleFocus(page);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("listbox")).toBeVisible();
  await page.keyboard.press("Escape"); // goes back one level, not two
  await expect(page.getByRole("listbox")).toBeHidden();
  await expect(startsWhen).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("listbox")).toBeVisible();
  await page.keyboard.press("Home");
  await page.keyboard.press("Enter");
  await expect(startsWhen).toContainText("An event comes in");
  await tabTo(page, settings.getByRole("combobox", { name: "Event" }));
  await typeOver(page, event);
  await page.keyboard.press("Escape");
  await expect(card(page, "Start")).toBeFocused();
  await expectVisibleFocus(page);

  // A step after it, by name.
  await page.keyboard.press("a");
  await expect(page.getByPlaceholder("Search steps").last()).toBeFocused();
  await page.keyboard.type("Email");
  await page.keyboard.press("Enter");
  await expect(card(page, "Email")).toBeFocused();
  await expectVisibleFocus(page);

  // What is missing is one key away.
  await expect(page.getByRole("button", { name: /problem/ }).first()).toBeVisible();
  await page.keyboard.press("F8");
  const subject = settings.getByRole("textbox", { name: "Subject" });
  await expect(subject).toBeFocused();
  await expectVisibleFocus(page);
  await page.keyboard.type("Your first week");
  await tabTo(page, settings.getByRole("textbox", { name: "Text" }));
  await page.keyboard.type("<p>Hello {{ person.name }}, here is your guide.</p>");
  await tabTo(page, settings.getByRole("textbox", { name: "Button" }));
  await page.keyboard.type("Open the guide");
  await tabTo(page, settings.getByRole("textbox", { name: "Leads to" }));
  await page.keyboard.type("https://example.com/guide");
  await expect(settings.getByText(/^Preview for/)).toContainText("Your first week");
  await tabTo(page, settings.getByRole("textbox", { name: "Wait for a response", exact: true }));
  await typeOver(page, "2");
  await page.keyboard.press("Tab");
  await expectVisibleFocus(page);
  await page.keyboard.press("Escape");
  await expect(card(page, "Email")).toBeFocused();

  // Arrows walk along the flow.
  await page.keyboard.press("ArrowUp");
  await expect(card(page, "Start")).toBeFocused();
  await expectVisibleFocus(page);
  await page.keyboard.press("ArrowDown");
  await expect(card(page, "Email")).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(card(page, "End")).toBeFocused();
  await expectVisibleFocus(page);
  await page.keyboard.press("ArrowUp");

  // Add, delete, undo, redo.
  await page.keyboard.press("a");
  await page.keyboard.type("Wait");
  await page.keyboard.press("Enter");
  await expect(card(page, "Wait")).toBeFocused();
  await page.keyboard.press("Delete");
  await expect(card(page, "Wait")).toHaveCount(0);
  await expect(card(page, "Email")).toBeFocused();
  await expectVisibleFocus(page);
  await page.keyboard.press("Control+z");
  await expect(card(page, "Wait")).toBeVisible();
  await page.keyboard.press("Control+y");
  await expect(card(page, "Wait")).toHaveCount(0);

  // The outline is the same journey; what is renamed there is renamed on its card.
  await page.keyboard.press("o");
  const outline = page.getByRole("tree", { name: "Journey" });
  await expect(outline.getByRole("treeitem", { name: /^Email\./ })).toBeFocused();
  await expectVisibleFocus(page);
  await page.keyboard.press("End");
  await expect(outline.getByRole("treeitem", { name: /: End\. Exit step/ })).toBeFocused();
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("F2");
  await expect(settings.getByRole("textbox", { name: "Name of the step" })).toBeFocused();
  await expectVisibleFocus(page);
  await typeOver(page, "Guide mail");
  await page.keyboard.press("Enter");
  await expect(outline.getByRole("treeitem", { name: /^Guide mail\./ })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(outline).toHaveCount(0);
  await expect(card(page, "Guide mail")).toBeFocused();
  await expectVisibleFocus(page);

  // Publish.
  await expect(page.getByText(/^Saved/)).toBeVisible();
  await page.keyboard.press("Control+Enter");
  const dialog = page.getByRole("dialog");
  await expect(dialog).toBeVisible();
  for (const box of await dialog.getByRole("checkbox").all()) {
    await tabTo(page, box);
    await page.keyboard.press("Space");
    await expect(box).toBeChecked();
  }
  await tabTo(page, dialog.getByRole("button", { name: "Publish journey" }));
  await page.keyboard.press("Enter");
  await expect(page.getByText("Version 1 is live")).toBeVisible();
  await expect(dialog).toHaveCount(0);
  await expectVisibleFocus(page);
});
