import { loadVersionDocuments } from "@/db/queries/journey/load-live";
import type { Tx } from "@/db/transaction";
import { journeyDocument, type Step } from "@/lib/journey/document";

const VERSIONS_MAX = 500;

/** Steps of frozen versions by version and step id, parsed once: a version never changes. */
export class DocumentCache {
  readonly #steps = new Map<string, ReadonlyMap<string, Step>>();

  async load(tx: Tx, versionIds: readonly string[]): Promise<void> {
    const missing = [...new Set(versionIds)].filter((id) => !this.#steps.has(id));
    if (missing.length === 0) return;
    if (this.#steps.size + missing.length > VERSIONS_MAX) this.#steps.clear();
    for (const { id, document } of await loadVersionDocuments(tx, missing)) {
      // A document that no longer parses has no steps: its messages fail with that reason, nobody else's do.
      const steps = journeyDocument.safeParse(document).data?.steps ?? [];
      this.#steps.set(id, new Map(steps.map((step) => [step.id, step])));
    }
  }

  step(versionId: string | null, stepId: string | null): Step | null {
    return (versionId && stepId && this.#steps.get(versionId)?.get(stepId)) || null;
  }
}
