import { hash } from "@node-rs/argon2";

/** argon2id with 19 MiB and two passes, the library's default (OWASP's first choice). */
export function hashPassword(password: string): Promise<string> {
  return hash(password);
}
