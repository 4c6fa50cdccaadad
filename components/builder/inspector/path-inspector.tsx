"use client";
import { useBuilder, useBuilderStore } from "@/components/builder/builder-context";
import { portName } from "@/components/builder/port-name";
import { Button } from "@/components/ui/button";
import { disconnect } from "@/lib/journey/edit/connect";
import { findPath, findStep, pathsFrom } from "@/lib/journey/edit/journey-draft";
import { placeOf } from "@/lib/journey/edit/path-key";
import { ExpectedShare } from "./expected-share";
import { Part } from "./part";
import { ProblemList } from "./problem-list";

export function PathInspector({ pathKey }: { pathKey: string }) {
  const store = useBuilderStore();
  const document = useBuilder((state) => state.draft.document);
  const problems = useBuilder((state) => state.problems);
  const isBuild = useBuilder((state) => state.mode === "build");
  const place = placeOf(pathKey);
  const path = findPath(document, place);
  const [from, to] = [findStep(document, place.from), path && findStep(document, path.to)];
  const flow = useBuilder((state) => (path ? state.live?.paths[`${path.from}:${path.port}:${path.to}`] : undefined));
  if (!path || !from) return null;
  return (
    <>
      <header>
        <h2 className="text-section">{portName(from, path.port)}</h2>
        <p className="text-ink-2">
          From {from.name} to {to?.name ?? "nowhere"}
        </p>
      </header>
      {isBuild ? (
        <>
          <ProblemList
            problems={problems.filter((problem) => problem.stepId === place.from && problem.pathPort === place.port)}
          />
          <Part title="Expected">
            <ExpectedShare key={pathKey} path={path} siblings={pathsFrom(document, path.from).length} />
          </Part>
          <Button
            icon="unlink"
            onClick={() => {
              store.getState().run(disconnect(place));
              store.getState().select({ type: "none" });
            }}
          >
            Remove this path
          </Button>
        </>
      ) : (
        <Part title="So far">
          <p>
            <span className="font-semibold">{(flow?.count ?? 0).toLocaleString("en")}</span>{" "}
            {document.subject === "account" ? "accounts" : "people"} took it
            {flow ? `, ${Math.round(flow.share * 100)}% of those who left ${from.name}` : ""}.
          </p>
        </Part>
      )}
    </>
  );
}
