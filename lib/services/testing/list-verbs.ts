import { readdirSync } from "node:fs";
import path from "node:path";
import type { Contract } from "@/lib/contract/contract";
import type { Ctx } from "@/lib/services/ctx";

export type AnyVerb = ((ctx: Ctx, input: unknown) => Promise<unknown>) & { contract: Contract };

const ROOT = path.resolve("lib/services");

/** Every verb there is, found by loading every file of lib/services: none can be forgotten in a list. */
export async function listVerbs(): Promise<AnyVerb[]> {
  const files = readdirSync(ROOT, { recursive: true, encoding: "utf8" }).filter(
    (file) => file.endsWith(".ts") && !file.endsWith(".test.ts") && !file.startsWith("testing"),
  );
  const verbs = new Map<string, AnyVerb>();
  for (const file of files.sort()) {
    const exported = Object.values((await import(path.join(ROOT, file))) as Record<string, unknown>);
    for (const one of exported.filter(isVerb)) {
      const { name } = one.contract;
      if (verbs.has(name) && verbs.get(name) !== one)
        throw new Error(`Two verbs are called ${name}. Give each contract a name of its own.`);
      verbs.set(name, one);
    }
  }
  return [...verbs.values()];
}

function isVerb(value: unknown): value is AnyVerb {
  return typeof value === "function" && "contract" in value;
}
