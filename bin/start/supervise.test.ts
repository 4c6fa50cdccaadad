import { expect, test } from "vitest";
import { supervise } from "./supervise";

const part = (code: string) => ({ name: "The part", args: ["-e", code], env: process.env, cwd: ".", talks: false });

test("says that a part ended and starts it again, until it is stopped", async () => {
  const said: string[] = [];
  let heard: () => void = () => undefined;
  const twice = new Promise<void>((resolve) => {
    heard = resolve;
  });
  const supervised = supervise(part("process.exit(3)"), (sentence) => {
    said.push(sentence);
    if (said.length === 2) heard();
  });
  await twice;
  await supervised.stop();
  expect(said).toEqual(Array(2).fill("The part ended (code 3). Starting it again."));
});

test("stopping ends a part that runs", async () => {
  const said: string[] = [];
  const supervised = supervise(part("setInterval(() => {}, 1000)"), (sentence) => said.push(sentence));
  await supervised.stop();
  expect(said).toEqual([]);
});
