import type { JourneyDocument } from "@/lib/journey/document";
import { validate } from "@/lib/journey/validate";
import type { ValidationAnswer, ValidationRequest } from "./use-validation";

addEventListener("message", ({ data }: MessageEvent<ValidationRequest>) => {
  // Segments not known yet are not checked: a name that has not loaded is not a deleted one.
  const segments = data.segments.map((segment) => ({ ...segment, deletedAt: null }));
  const problems = validate(data.document as JourneyDocument, { segments });
  postMessage({
    tick: data.tick,
    problems: data.segments.length > 0 ? problems : problems.filter((problem) => problem.code !== "ref.deleted"),
  } satisfies ValidationAnswer);
});
