import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { AppError } from "@/lib/errors/app-error";
import { openCtx } from "@/lib/http/open-ctx";
import type { Verb } from "@/lib/services/define-verb";

/** Read for a page: signed out goes to the sign-in page, what is not there or not theirs is "not found". */
export async function read<I, O>(slug: string, verb: Verb<I, O>, input: I): Promise<O> {
  try {
    return await verb(await openCtx(slug), input);
  } catch (error) {
    if (error instanceof AppError && error.code === "signed_out")
      redirect(`/sign-in?to=${encodeURIComponent((await headers()).get("x-address") ?? `/${slug}`)}`);
    if (
      error instanceof AppError &&
      (error.code === "not_found" ||
        (error.code === "invalid" && error.detail.fields?.some((f) => f.field.endsWith("Id"))))
    )
      notFound();
    throw error;
  }
}
