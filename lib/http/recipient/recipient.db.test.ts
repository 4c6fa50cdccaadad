import PostalMime from "postal-mime";
import { afterAll, beforeAll, expect, test } from "vitest";
import { GET as follow, HEAD as followHead } from "@/app/l/[token]/route";
import { GET as open } from "@/app/o/[token]/route";
import { GET as choices, POST as saveChoices } from "@/app/p/[token]/route";
import { GET as ask, POST as unsubscribe } from "@/app/u/[token]/route";
import { deliverDue } from "@/lib/engine/deliver/deliver";
import { type DeliveryWorld, openDeliveryWorld } from "@/lib/engine/deliver/testing/delivery-world";
import { bucketOf } from "@/lib/hash/bucket-of";

let world: DeliveryWorld;
beforeAll(async () => {
  world = await openDeliveryWorld();
  // The routes take the web process's pool; here it is the test's.
  Object.assign(globalThis, { waymarkDatabase: world.database });
});
afterAll(async () => {
  Object.assign(globalThis, { waymarkDatabase: undefined });
  await world.close();
});

async function mailed() {
  const person = await world.addPerson();
  const id = await world.addMessage(person);
  world.mails.length = 0;
  await deliverDue({
    database: world.database,
    channels: world.channels,
    now: () => new Date(Date.now() - 60_000),
    workspaceId: world.workspaceId,
    bucket: bucketOf(person),
  });
  const { html = "" } = await PostalMime.parse(world.mails[0] ?? "");
  const token = (path: string) => new RegExp(`http://waymark\\.test/${path}/([\\w-]+)`).exec(html)?.[1] ?? "";
  const refused = () =>
    world.database.transaction(world.workspaceId, (tx) =>
      tx.query("select purpose from consent where bucket = $1 and person_id = $2 and state = 'refused'", [
        bucketOf(person),
        person,
      ]),
    );
  return { person, id, token, refused };
}

const at = (token: string) => ({ params: Promise.resolve({ token }) });
const browser = { "user-agent": "Mozilla/5.0 Chrome/142", accept: "text/html", "accept-language": "en" };
const request = (method = "GET", init: RequestInit = {}) =>
  new Request("http://waymark.test/x", { method, headers: browser, ...init });
const form = (body: string) =>
  request("POST", { body, headers: { "content-type": "application/x-www-form-urlencoded" } });

test("a link leads to its target and nowhere else", async () => {
  const mail = await mailed();
  const answer = await follow(request(), at(mail.token("l")));
  expect([answer.status, answer.headers.get("location")]).toEqual([302, "https://example.com/a?b=1&c=2"]);
  expect(await world.row(mail.person, mail.id)).toMatchObject({ clicked_at: expect.any(Date) });
  for (const token of [`${mail.token("l").slice(0, -3)}AAA`, mail.token("o"), "https://evil.example", "x"]) {
    const refused = await follow(request(), at(token));
    expect([refused.status, refused.headers.get("location")]).toEqual([404, null]);
  }
});

test("HEAD leads on and is no click", async () => {
  const mail = await mailed();
  expect((await followHead(request("HEAD"), at(mail.token("l")))).status).toBe(302);
  expect(await world.row(mail.person, mail.id)).toMatchObject({ clicked_at: null });
});

test("the picture is a picture, and not kept by caches", async () => {
  const mail = await mailed();
  const answer = await open(request(), at(mail.token("o")));
  expect([answer.status, answer.headers.get("content-type")]).toEqual([200, "image/gif"]);
  expect(answer.headers.get("cache-control")).toContain("no-store");
  expect((await open(request(), at("x"))).status).toBe(404);
});

test("GET never unsubscribes, however often; the button does", async () => {
  const mail = await mailed();
  for (let i = 0; i < 5; i++) {
    const page = await ask(request(), at(mail.token("u")));
    expect(await page.text()).toContain("<button");
  }
  expect(await mail.refused()).toEqual([]);
  expect(await (await unsubscribe(form(""), at(mail.token("u")))).text()).toContain("You are unsubscribed");
  expect(await mail.refused()).toEqual([{ purpose: "marketing" }]);
});

test("a mail program's one click unsubscribes without a page, a session or an origin", async () => {
  const mail = await mailed();
  expect((await unsubscribe(form("List-Unsubscribe=One-Click"), at(mail.token("u")))).status).toBe(200);
  expect(await mail.refused()).toEqual([{ purpose: "marketing" }]);
});

test("preferences are shown, saved and ended at once", async () => {
  const mail = await mailed();
  expect(await (await choices(request(), at(mail.token("p")))).text()).toContain('value="email:service" checked');
  await saveChoices(form("on=email%3Amarketing&on=email%3Aservice"), at(mail.token("p")));
  expect(await mail.refused()).toEqual([]);
  expect(await (await saveChoices(form("none=1&on=email%3Amarketing"), at(mail.token("p")))).text()).toContain("Saved");
  expect(await mail.refused()).toHaveLength(7);
});

test("wrong tokens answer alike, and pages run no scripts", async () => {
  const mail = await mailed();
  for (const answer of [
    await ask(request(), at("x")),
    await unsubscribe(form(""), at(mail.token("p"))),
    await choices(request(), at(mail.token("u"))),
    await saveChoices(form(""), at("")),
  ]) {
    expect(answer.status).toBe(404);
    expect(answer.headers.get("content-security-policy")).toContain("default-src 'none'");
  }
  expect(await mail.refused()).toEqual([]);
});
