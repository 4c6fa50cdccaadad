import type { ReactNode } from "react";

/** A rule as a sentence with its numbers to fill in, and below it what is wrong with them. */
export function GuardrailSentence({ error, children }: { error?: string | undefined; children: ReactNode }) {
  return (
    <div className="pt-3">
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1.5">{children}</div>
      {error && (
        <p role="alert" className="pt-1 text-small text-bad">
          {error}
        </p>
      )}
    </div>
  );
}
