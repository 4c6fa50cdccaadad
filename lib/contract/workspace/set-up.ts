import { z } from "zod";

/** The first start: one admin and their workspace. */
export const setUpInput = z.object({
  name: z.string().trim().min(1, "Say what to call you.").max(120),
  email: z.email("This is not an e-mail address."),
  password: z.string().min(10, "Use at least 10 characters.").max(200),
  workspace: z.string().trim().min(1, "Give the workspace a name, such as your company's.").max(80),
});
export type SetUpInput = z.infer<typeof setUpInput>;
