import { RE2JS } from "re2js";
import { operators } from "@/lib/audience/operators";
import type { PropertyClause, Rule, TraitClause, When } from "@/lib/audience/rule";
import type { JourneyDocument } from "@/lib/journey/document";
import { type Check, type Place, type Problem, problemOf, type References } from "@/lib/journey/problem";

/** A rule with where it stands and what people call that place. */
interface Placed extends Place {
  rule: Rule;
  where: string;
}

function placedWhen(when: When, where: string, place: Place): Placed[] {
  if (when.type === "rule") return [{ rule: when.rule, where, ...place }];
  return when.where.length === 0
    ? []
    : [{ rule: { kind: "event", event: when.event, where: when.where, count: "at_least", times: 1 }, where, ...place }];
}

/** Every rule of the journey and its place. */
export function rulesOf(document: JourneyDocument): Placed[] {
  const { measure } = document;
  const measures = [...(measure.primary ? [measure.primary] : []), ...measure.secondary, ...measure.diagnostics];
  return [
    ...(document.entry.where ? [{ rule: document.entry.where, where: "Start", field: "entry.where" }] : []),
    ...document.exit.flatMap((exit, index) => placedWhen(exit.when, exit.name, { field: `exit.${index}.when` })),
    ...document.variants.map((variant, index) => ({
      rule: variant.where,
      where: variant.name,
      field: `variants.${index}.where`,
    })),
    ...measures.flatMap((one) => placedWhen(one.when, one.name, { field: "measure" })),
    ...document.states.flatMap((state) => [
      ...state.entryCriteria.flatMap((one, index) =>
        placedWhen(one.when, one.name, { stateId: state.id, field: `entryCriteria.${index}.when` }),
      ),
      ...state.exitCriteria.flatMap((one, index) =>
        placedWhen(one.when, one.name, { stateId: state.id, field: `exitCriteria.${index}.when` }),
      ),
    ]),
    ...document.steps.flatMap((step) => {
      if (step.kind === "wait_for") return placedWhen(step.config.when, step.name, { stepId: step.id, field: "when" });
      if (step.kind !== "branch") return [];
      return step.config.cases.map((one, index) => ({
        rule: one.rule,
        where: `${step.name}, ${one.name}`,
        stepId: step.id,
        field: `cases.${index}.rule`,
      }));
    }),
  ];
}

function dateWords(at: number | Date | string): string {
  return new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", timeZone: "UTC" }).format(new Date(at));
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === "" || (Array.isArray(value) && value.length === 0);
}

function checkComparison({ where, rule: _, ...place }: Placed, clause: TraitClause | PropertyClause): Problem[] {
  const name = "trait" in clause ? clause.trait : clause.property;
  const { takes } = operators[clause.op];
  if (takes !== null && isEmpty(clause.value))
    return [problemOf("rule.incomplete", `${where}: say what ${name} is compared with.`, place)];
  if (clause.op !== "matches") return [];
  try {
    RE2JS.compile(String(clause.value));
    return [];
  } catch {
    return [problemOf("rule.pattern", `${where}: the pattern for ${name} cannot be read. Mend it.`, place)];
  }
}

function checkClauses(placed: Placed, rule: Rule, { segments }: References): Problem[] {
  switch (rule.kind) {
    case "all":
    case "any":
      return rule.rules.flatMap((inner) => checkClauses(placed, inner, { segments }));
    case "not":
      return checkClauses(placed, rule.rule, { segments });
    case "trait":
      return checkComparison(placed, rule);
    case "event":
      return rule.where.flatMap((clause) => checkComparison(placed, clause));
    case "segment": {
      const { rule: _, where, ...place } = placed;
      return checkSegment(rule.segmentId, where, place, { segments });
    }
    default:
      return [];
  }
}

function checkSegment(segmentId: string, where: string, place: Place, { segments }: References): Problem[] {
  const segment = segments.find((one) => one.id === segmentId);
  if (segment === undefined)
    return [problemOf("ref.deleted", `${where}: the segment does not exist any more. Choose another.`, place)];
  if (segment.deletedAt === null) return [];
  return [
    problemOf(
      "ref.deleted",
      `${where}: ${segment.name} was deleted on ${dateWords(segment.deletedAt)}. Choose another segment.`,
      place,
    ),
  ];
}

export const checkRules: Check = (document, references) => {
  const { trigger } = document.entry;
  const problems =
    trigger.type === "segment" ? checkSegment(trigger.segmentId, "Start", { field: "entry.trigger" }, references) : [];
  for (const placed of rulesOf(document)) {
    problems.push(...checkClauses(placed, placed.rule, references));
    const { rule, where, ...place } = placed;
    if (rule.kind === "all" && rule.rules.length === 0 && place.field !== "entry.where") {
      problems.push(problemOf("rule.everybody", `${where} is empty, so it holds for everybody.`, place));
    }
  }
  return problems;
};

export const checkTemplates: Check = (document, { templates }) =>
  document.steps.flatMap((step) => {
    if (templates === undefined || step.kind !== "message" || step.config.templateId === undefined) return [];
    const template = templates.find((one) => one.id === step.config.templateId);
    if (template !== undefined && template.deletedAt === null) return [];
    const what =
      template === undefined
        ? "the template does not exist any more"
        : `the template ${template.name} was deleted on ${dateWords(template.deletedAt ?? 0)}`;
    return [
      problemOf("ref.deleted", `${step.name}: ${what}. Choose another.`, { stepId: step.id, field: "templateId" }),
    ];
  });
