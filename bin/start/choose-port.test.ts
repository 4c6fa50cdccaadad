import net from "node:net";
import { afterEach, expect, test } from "vitest";
import { anyFreePort } from "@/db/embedded/free-port";
import { choosePort } from "./choose-port";

const squatters: net.Server[] = [];
afterEach(() => {
  for (const one of squatters.splice(0)) one.close();
});

async function taken(host: string): Promise<number> {
  const port = await anyFreePort();
  const server = net.createServer();
  squatters.push(server);
  await new Promise<void>((resolve) => server.listen(port, host, resolve));
  return port;
}

test("a free port is used as it is", async () => {
  const port = await anyFreePort();
  expect(await choosePort({ port, portGiven: true, host: "127.0.0.1" })).toBe(port);
});

test.each(["127.0.0.1", "0.0.0.0"])("a default port taken on %s is passed over", async (host) => {
  const port = await taken(host);
  expect(await choosePort({ port, portGiven: false, host: "127.0.0.1" })).toBeGreaterThan(port);
});

test("a port that was asked for is never replaced", async () => {
  const port = await taken("127.0.0.1");
  await expect(choosePort({ port, portGiven: true, host: "127.0.0.1" })).rejects.toThrow(`PORT ${port} is taken`);
});
