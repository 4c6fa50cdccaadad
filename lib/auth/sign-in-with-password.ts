import { verify } from "@node-rs/argon2";
import { findUserByEmail, type UserRow } from "@/db/queries/user/find-user";
import type { Database } from "@/db/database";
import { AppError } from "@/lib/errors/app-error";
import { FailureLimit } from "./failure-limit";
import { hashPassword } from "@/lib/services/user/hash-password";

const WINDOW_MS = 10 * 60_000;
/** From one address a person may mistype; an e-mail address tried from everywhere is stopped later. */
const perAddress = new FailureLimit(10, WINDOW_MS);
const perEmail = new FailureLimit(50, WINDOW_MS);

let unknownHash: Promise<string> | undefined;

export interface PasswordTry {
  email: string;
  password: string;
  /** Where the request came from. */
  address: string;
  nowMs: number;
}

/**
 * The user whose password this is, or null.
 * @throws AppError `too_many` with `waitMs`, before the password is looked at.
 */
export async function signInWithPassword(database: Database, attempt: PasswordTry): Promise<UserRow | null> {
  const email = attempt.email.trim().toLowerCase();
  const here = `${attempt.address} ${email}`;
  const waitMs = Math.max(perAddress.waitMs(here, attempt.nowMs), perEmail.waitMs(email, attempt.nowMs));
  if (waitMs > 0) throw new AppError("too_many", "Too many failed sign-ins. Wait, then try again.", { waitMs });

  const found = await database.outside((tx) => findUserByEmail(tx, email));
  // An unknown address takes as long as a wrong password, so neither can be told from the other.
  unknownHash ??= hashPassword("nobody has this password");
  const right = await verify(found?.passwordHash ?? (await unknownHash), attempt.password);
  if (found && right) {
    perAddress.forget(here);
    return found;
  }
  perAddress.fail(here, attempt.nowMs);
  perEmail.fail(email, attempt.nowMs);
  return null;
}
