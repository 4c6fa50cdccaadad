"use server";
import { hashPassword } from "@/lib/services/user/hash-password";
import type { SetUpInput } from "@/lib/contract/workspace/set-up";
import { AppError } from "@/lib/errors/app-error";
import { database } from "@/lib/http/database";
import { setUp } from "@/lib/services/workspace/set-up";

/** Open to whoever comes first, and to nobody after: there is no account yet that could be asked for. */
export async function begin(
  input: SetUpInput,
): Promise<{ ok: true; slug: string } | { ok: false; message: string; fields: { field: string; message: string }[] }> {
  try {
    const { slug } = await setUp({ database: database(), hashPassword, now: new Date() }, input);
    return { ok: true, slug };
  } catch (error) {
    if (error instanceof AppError) return { ok: false, message: error.message, fields: error.detail.fields ?? [] };
    throw error;
  }
}
