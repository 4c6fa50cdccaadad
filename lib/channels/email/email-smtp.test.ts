import type { AddressInfo } from "node:net";
import net from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";
import type { RenderedEmail } from "@/lib/contract/channel";
import { openSmtp } from "@/lib/channels/email/email-smtp";

const closing: (() => void | Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

const email: RenderedEmail = {
  workspaceId: "0b6f2c1e-9a51-4f3e-8d20-5d7f3a1c9e44",
  from: { name: "Acme", address: "hello@acme.test" },
  to: { name: "Ann", address: "ann@example.com" },
  subject: "Hi",
  html: "<p>Hi</p>",
  text: "Hi",
  messageId: "abc@acme.test",
  headers: { "List-Unsubscribe": "<https://x.test/u/1>" },
};

async function openServer(options: SMTPServerOptions): Promise<{ url: string; got: string[] }> {
  const got: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    logger: false,
    onData(stream, _session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        got.push(Buffer.concat(chunks).toString());
        done();
      });
    },
    ...options,
  });
  server.on("error", () => undefined);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closing.push(() => new Promise<void>((resolve) => server.close(() => resolve())));
  return { url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`, got };
}

function open(url: string, timeoutMs = 1_000) {
  const channel = openSmtp({ url, timeoutMs });
  closing.push(() => channel.close());
  return channel;
}

function reply(code: number, text: string): Error {
  return Object.assign(new Error(text), { responseCode: code });
}

test("250: accepted, with the headers and a stable message id", async () => {
  const { url, got } = await openServer({});
  expect(await open(url).send(email, "k")).toEqual({ outcome: "accepted", providerId: "abc@acme.test" });
  expect(got[0]).toContain("Message-ID: <abc@acme.test>");
  expect(got[0]).toContain("List-Unsubscribe: <https://x.test/u/1>");
  expect(got[0]).toContain(`X-Waymark-Workspace: ${email.workspaceId}`);
});

describe("replies are answers, wherever they come", () => {
  test.each([
    [421, "retry"],
    [450, "retry"],
    [550, "refused"],
  ] as const)("%i to the recipient: %s", async (code, outcome) => {
    const { url } = await openServer({ onRcptTo: (_address, _session, done) => done(reply(code, "no")) });
    expect(await open(url).send(email, "k")).toMatchObject({ outcome, detail: { reply: code } });
  });

  test.each([
    [421, "retry"],
    [451, "retry"],
    [554, "refused"],
  ] as const)("%i after the message: %s", async (code, outcome) => {
    const { url } = await openServer({
      onData(stream, _session, done) {
        stream.resume();
        stream.on("end", () => done(reply(code, "no")));
      },
    });
    expect(await open(url).send(email, "k")).toMatchObject({ outcome, detail: { reply: code } });
  });
});

test("nobody listens: retry", async () => {
  const server = net.createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  expect(await open(`smtp://127.0.0.1:${port}`).send(email, "k")).toMatchObject({
    outcome: "retry",
    code: "smtp.unreachable",
  });
});

test("silence before the greeting: retry", async () => {
  const sockets: net.Socket[] = [];
  const server = net.createServer((socket) => void sockets.push(socket)).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  closing.push(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  expect(await open(`smtp://127.0.0.1:${port}`, 300).send(email, "k")).toMatchObject({
    outcome: "retry",
    code: "smtp.unreachable",
  });
});

test("the connection drops after the message: uncertain, and nothing sends it again by itself", async () => {
  let received = 0;
  const { url } = await openServer({
    onData(stream) {
      stream.resume();
      stream.on("end", () => {
        received++;
        for (const one of connections) one.destroy();
      });
    },
  });
  const connections = await proxied(url);
  expect(await open(connections.url).send(email, "k")).toMatchObject({ outcome: "uncertain", code: "smtp.no_answer" });
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(received).toBe(1);
});

test("the same on a connection that was used before", async () => {
  let received = 0;
  const { url } = await openServer({
    onData(stream, _session, done) {
      stream.resume();
      stream.on("end", () => {
        received++;
        if (received === 1) done();
        else for (const one of connections) one.destroy();
      });
    },
  });
  const connections = await proxied(url);
  const channel = open(connections.url);
  expect(await channel.send(email, "k1")).toMatchObject({ outcome: "accepted" });
  expect(await channel.send({ ...email, messageId: "second@acme.test" }, "k2")).toMatchObject({ outcome: "uncertain" });
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(received).toBe(2);
});

test("silence after the message: uncertain", async () => {
  const { url } = await openServer({ onData: (stream) => void stream.resume() });
  const connections = await proxied(url);
  expect(await open(connections.url, 300).send(email, "k")).toMatchObject({
    outcome: "uncertain",
    code: "smtp.no_answer",
  });
});

test("an idle connection that the server closed is not an attempt lost", async () => {
  const { url, got } = await openServer({});
  const connections = await proxied(url);
  const channel = open(connections.url);
  await channel.send(email, "k1");
  for (const one of connections) one.destroy();
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(await channel.send({ ...email, messageId: "second@acme.test" }, "k2")).toMatchObject({ outcome: "accepted" });
  expect(got).toHaveLength(2);
});

/** A TCP relay whose sockets the test can cut. */
async function proxied(url: string): Promise<net.Socket[] & { url: string }> {
  const target = new URL(url);
  const sockets: net.Socket[] = [];
  const server = net.createServer((client) => {
    const upstream = net.connect(Number(target.port), target.hostname);
    sockets.push(client);
    client.on("error", () => undefined).on("close", () => upstream.destroy());
    upstream.on("error", () => undefined).on("close", () => client.destroy());
    client.pipe(upstream).pipe(client);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closing.push(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return Object.assign(sockets, { url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}` });
}
