import { z } from "zod";
import { contract, everyone } from "@/lib/contract/contract";

export const changePasswordContract = contract({
  name: "user.changePassword",
  roles: everyone,
  input: z.object({
    before: z.string().min(1, "Type the password you use now.").max(200),
    password: z.string().min(10, "Use at least 10 characters.").max(200, "Use at most 200 characters."),
  }),
  audit: "user.password_changed",
});
