"use client";
import { IconButton } from "@/components/ui/icon-button";
import { toastDone, toastFailed } from "@/components/ui/toast";

/** Text to be copied into a program or a terminal. */
export function CodeBlock({ label, text }: { label: string; text: string }) {
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      toastDone("Copied");
    } catch {
      toastFailed("The browser did not allow copying. Select the text and copy it by hand.");
    }
  };
  return (
    <div className="relative rounded-field border border-line bg-sunken">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what overflows must be reached by keyboard. */}
      <section tabIndex={0} aria-label={label} className="overflow-x-auto py-3 pr-12 pl-3">
        <pre className="font-mono text-small">{text}</pre>
      </section>
      <span className="absolute top-1.5 right-1.5 rounded-field bg-sunken">
        <IconButton icon="copy" label={`Copy: ${label}`} size="s" onClick={copy} />
      </span>
    </div>
  );
}
