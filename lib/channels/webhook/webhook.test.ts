import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { openWebhook, signWebhook, type WebhookOptions } from "@/lib/channels/webhook/webhook";

const closing: (() => void | Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function openServer(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
}

function open(options: WebhookOptions = { allowLoopback: true }) {
  const channel = openWebhook(options);
  closing.push(() => channel.close());
  return (url: string) => channel.send({ url, method: "POST", body: '{"a":1}', signingSecret: "s" }, "key-1");
}

test("a call carries the key, a timestamp and a signature the receiver can check", async () => {
  let seen: Record<string, unknown> = {};
  const url = await openServer((request, response) => {
    let body = "";
    request.on("data", (chunk) => (body += chunk));
    request.on("end", () => {
      seen = { ...request.headers, body };
      response.end("ok");
    });
  });
  expect(await open()(url)).toEqual({ outcome: "accepted", providerId: null });
  expect(seen.body).toBe('{"a":1}');
  expect(seen["webhook-id"]).toBe("key-1");
  expect(seen["webhook-signature"]).toBe(signWebhook("s", "key-1", String(seen["webhook-timestamp"]), '{"a":1}'));
});

test.each([
  [400, "refused"],
  [401, "refused"],
  [429, "retry"],
  [500, "retry"],
  [503, "retry"],
] as const)("%i: %s", async (status, outcome) => {
  const url = await openServer((_request, response) => void response.writeHead(status).end());
  expect(await open()(url)).toMatchObject({ outcome, detail: { reply: status } });
});

test("Retry-After is kept", async () => {
  const url = await openServer((_request, response) => void response.writeHead(503, { "retry-after": "7" }).end());
  expect(await open()(url)).toMatchObject({ outcome: "retry", afterMs: 7_000 });
});

test("redirects are not followed", async () => {
  let calls = 0;
  const url = await openServer((_request, response) => {
    calls++;
    response.writeHead(302, { location: "http://169.254.169.254/latest" }).end();
  });
  expect(await open()(url)).toMatchObject({ outcome: "refused", code: "webhook.redirect" });
  expect(calls).toBe(1);
});

test("silence after the call went out: uncertain; nobody there: retry", async () => {
  const url = await openServer((request) => void request.resume());
  expect(await open({ allowLoopback: true, timeoutMs: 300 })(url)).toMatchObject({ outcome: "uncertain" });
  expect(await open()("http://127.0.0.1:9/")).toMatchObject({ outcome: "retry", code: "webhook.unreachable" });
});

test("a huge answer is cut off, and the status still counts", async () => {
  const url = await openServer((_request, response) => {
    response.writeHead(200);
    response.write("x".repeat(1024 * 1024));
    response.end();
  });
  expect(await open()(url)).toMatchObject({ outcome: "accepted" });
});

test.each([
  "https://127.0.0.1/",
  "https://10.0.0.8/",
  "https://169.254.169.254/latest/meta-data",
  "https://[::1]/",
  "https://[::ffff:127.0.0.1]/",
  "https://2130706433/",
  "https://0x7f000001/",
  "https://localhost/",
])("%s is refused as it is written or as it resolves", async (url) => {
  expect(await open({})(url)).toMatchObject({ outcome: "refused", code: "webhook.private_address" });
});

test("a name that resolves to a private address is refused, also when only one of its addresses is private", async () => {
  const answers = [
    [{ address: "10.0.0.5", family: 4 }],
    [
      { address: "1.1.1.1", family: 4 },
      { address: "192.168.0.1", family: 4 },
    ],
  ];
  for (const addresses of answers) {
    const send = open({ resolve: (_host, _options, done) => done(null, addresses) });
    expect(await send("https://hooks.example.com/")).toMatchObject({
      outcome: "refused",
      code: "webhook.private_address",
    });
  }
});

test("every dial is checked anew, so a name that turns private later is refused", async () => {
  const url = new URL(
    await openServer((_request, response) => void response.writeHead(200, { connection: "close" }).end()),
  );
  let address = "127.0.0.1";
  const send = open({ allowLoopback: true, resolve: (_host, _options, done) => done(null, [{ address, family: 4 }]) });
  expect(await send(`http://localhost:${url.port}/`)).toMatchObject({ outcome: "accepted" });
  address = "10.0.0.5";
  expect(await send(`http://localhost:${url.port}/`)).toMatchObject({ outcome: "refused" });
});

test.each([
  "http://example.com/",
  "ftp://example.com/",
  "file:///etc/passwd",
  "not an address",
  "https://user:pw@example.com/",
])("%s is refused", async (url) => {
  expect(await open({})(url)).toMatchObject({ outcome: "refused", code: "webhook.address" });
});
