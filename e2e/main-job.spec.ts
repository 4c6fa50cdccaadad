import { randomUUID } from "node:crypto";
import { Analytics } from "@segment/analytics-node";
import type { Page } from "@playwright/test";
import { DEMO_WORKSPACE_ID } from "@/db/seed/seed-demo";
import { bucketOf } from "@/lib/hash/bucket-of";
import { awaitMail, mailOf } from "@/e2e/fixtures/mailbox";
import { expect, test } from "@/e2e/fixtures/test";

const run = randomUUID().slice(0, 8);
const event = `trial_started_${run}`;

/** The unchanged client of Segment; only its host differs. */
function segmentClient(baseURL: string): Analytics {
  return new Analytics({ writeKey: "demo-write-key", host: baseURL, maxRetries: 1 });
}

async function fillStep(page: Page, target: string): Promise<void> {
  const settings = page.getByRole("complementary", { name: "Settings" });
  await settings.getByRole("textbox", { name: "Subject" }).fill("Your first week");
  await settings.getByRole("textbox", { name: "Text" }).fill("<p>Hello {{ person.name }}, here is your guide.</p>");
  await settings.getByRole("textbox", { name: "Button" }).fill("Open the guide");
  await settings.getByRole("textbox", { name: "Leads to" }).fill(target);
}

test("draw a journey, publish it, send events, get the mail, click, and see what happened and why", async ({
  page,
  login,
  database,
  baseURL,
}) => {
  test.setTimeout(150_000);
  await login("admin");
  const name = `Trial welcome ${run}`;
  const target = new URL("/icon.svg?guide", baseURL).href;

  // Draw.
  await page.goto("/demo/journeys/new");
  await page.getByRole("textbox", { name: "Name" }).fill(name);
  await page.getByRole("button", { name: "Open the canvas" }).click();
  await page.waitForURL(/\/journeys\/[0-9a-f-]+\/build/);
  const journeyId = /journeys\/([0-9a-f-]+)/.exec(page.url())?.[1] ?? "";
  const settings = page.getByRole("complementary", { name: "Settings" });
  await settings.getByRole("combobox", { name: "Starts when" }).click();
  await page.getByRole("option", { name: "An event comes in" }).click();
  await settings.getByRole("combobox", { name: "Event" }).fill(event);
  await settings.getByRole("combobox", { name: "Event" }).press("Enter");

  await page.getByRole("button", { name: "Email", exact: true }).click();
  await page.getByRole("button", { name: "Place it here: after Start" }).click();
  await expect(page.getByRole("group", { name: /^Email\. Reach step/ })).toBeVisible();
  await fillStep(page, target);
  await settings
    .getByRole("spinbutton", { name: "Wait for a response" })
    .or(settings.getByRole("textbox", { name: "Wait for a response" }))
    .fill("2");
  await page.keyboard.press("Tab");

  // Publish.
  await expect(page.getByText(/^Saved/)).toBeVisible();
  await page.getByRole("button", { name: "Publish", exact: true }).click();
  const dialog = page.getByRole("dialog");
  for (const box of await dialog.getByRole("checkbox").all()) await box.check();
  await dialog.getByRole("button", { name: "Publish journey" }).click();
  await expect(page.getByText("Version 1 is live")).toBeVisible();

  // Events through the real client.
  const client = segmentClient(baseURL ?? "");
  const reader = { id: `reader-${run}`, email: `reader-${run}@people.test` };
  client.identify({ userId: reader.id, traits: { email: reader.email, name: "Rosa Reader", country: "US" } });
  client.track({ userId: reader.id, event });
  await client.flush();

  // The mail arrives over SMTP; its link is clicked as a person would.
  const mail = await awaitMail(reader.email);
  expect(mail.subject).toBe("Your first week");
  expect(mail.html).toContain("Hello Rosa Reader");
  expect(mail.headers.find((header) => header.key === "list-unsubscribe-post")?.value).toBe(
    "List-Unsubscribe=One-Click",
  );
  const link = /href="([^"]*\/l\/[^"]+)"/.exec(mail.html ?? "")?.[1] ?? "";
  expect(link).not.toBe("");
  await page.waitForTimeout(1500); // faster than a person reads counts as a scanner
  await page.goto(link);
  expect(page.url()).toBe(target);

  // The person took the clicked branch, and the trace says why.
  const personId = await personOf(database, reader.id);
  await page.goto(`/demo/people/${personId}`);
  await expect(async () => {
    await page.reload();
    await expect(page.getByText("Clicked.").first()).toBeVisible({ timeout: 1500 });
  }).toPass({ timeout: 20_000 });
  await expect(page.getByText(name).first()).toBeVisible();

  // The flow picture has the path.
  await page.goto(`/demo/journeys/${journeyId}/flow`);
  await page
    .getByRole("link", { name: "Table" })
    .or(page.getByRole("button", { name: "Table" }))
    .first()
    .click();
  await expect(page.getByRole("row", { name: /Email.*End/ }).first()).toBeVisible();

  // And the canvas counts.
  await page.goto(`/demo/journeys/${journeyId}/live`);
  await expect(page.getByRole("group", { name: /^Email\./ }).getByText(/1\s*sent/)).toBeVisible();

  // A second person over the cap gets none, and the trace names the journey that used it up.
  const second = { id: `capped-${run}`, email: `capped-${run}@people.test` };
  client.identify({ userId: second.id, traits: { email: second.email, name: "Carl Capped", country: "US" } });
  await client.flush();
  const cappedId = await personOf(database, second.id);
  await useUpWeek(database, cappedId, "First-login activation");
  client.track({ userId: second.id, event });
  await client.closeAndFlush();
  await page.goto(`/demo/people/${cappedId}`);
  await expect(async () => {
    await page.reload();
    await expect(page.getByText(/First-login activation/).first()).toBeVisible({ timeout: 1500 });
  }).toPass({ timeout: 20_000 });
  expect(await mailOf(second.email)).toEqual([]);
});

type TestDatabase = Parameters<Parameters<typeof test>[2]>[0]["database"];

/** The person a client's user id became; ingest answers before the row is looked for, so it is there. */
async function personOf(database: TestDatabase, userId: string): Promise<string> {
  const rows = await database.transaction(DEMO_WORKSPACE_ID, (tx) =>
    tx.query<{ subject_id: string }>("select subject_id from identity where kind = 'user' and value = $1", [userId]),
  );
  expect(rows).toHaveLength(1);
  return rows[0]?.subject_id ?? "";
}

/** Three counted e-mails of another journey this week. */
async function useUpWeek(database: TestDatabase, personId: string, journeyName: string): Promise<void> {
  await database.transaction(DEMO_WORKSPACE_ID, async (tx) => {
    const [journey] = await tx.query<{ id: string }>("select id from journey where name = $1", [journeyName]);
    for (const n of [1, 2, 3]) {
      await tx.query(
        `insert into message (bucket, workspace_id, id, key, person_id, subject_id, subject_bucket, journey_id, channel, purpose, status, counted_at, sent_at, created_at)
         values ($1, $2, $3, $4, $5, $5, $1, $6, 'email', 'marketing', 'sent', now() - $7 * interval '1 hour', now() - $7 * interval '1 hour', now() - $7 * interval '1 hour')`,
        [bucketOf(personId), tx.workspaceId, randomUUID(), `earlier-${personId}-${n}`, personId, journey?.id, n],
      );
    }
  });
}
