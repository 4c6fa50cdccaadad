// Runs in a worker thread, started by path: plain JavaScript so that neither tsx nor the web bundle has to transform it.
import { parentPort } from "node:worker_threads";
import { Liquid } from "liquidjs";

const PARSED_MAX = 500;
const LIMITS = { parseLimit: 200_000, renderLimit: 400, memoryLimit: 5_000_000 };

const text = (value) =>
  value === null || value === undefined ? "" : typeof value === "object" ? JSON.stringify(value) : String(value);
const entities = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&#34;", "'": "&#39;" };

const escapes = {
  html: (value) => text(value).replace(/[&<>"']/g, (one) => entities[one]),
  url: (value) => encodeURIComponent(text(value)),
  json: (value) =>
    value !== null && typeof value === "object" ? JSON.stringify(value) : JSON.stringify(text(value)).slice(1, -1),
  none: text,
};

const engines = Object.fromEntries(
  Object.entries(escapes).map(([name, outputEscape]) => [
    name,
    // `templates: {}` cuts every include off from the disk.
    new Liquid({
      ...LIMITS,
      outputEscape,
      templates: {},
      ownPropertyOnly: true,
      strictFilters: true,
      timezoneOffset: 0,
    }),
  ]),
);
const parsed = new Map();

function parse(engine, manner, source) {
  const key = `${manner} ${source}`;
  const known = parsed.get(key);
  if (known) return known;
  const template = engine.parse(source);
  if (parsed.size >= PARSED_MAX) parsed.delete(parsed.keys().next().value);
  parsed.set(key, template);
  return template;
}

function isKnown(scope, segments) {
  let value = scope;
  for (const segment of segments) {
    if (typeof segment === "object") return true;
    if (value === null || typeof value !== "object") return false;
    if (segment === "size" || segment === "first" || segment === "last") return true;
    if (!Object.hasOwn(value, segment)) return false;
    value = value[segment];
  }
  return true;
}

parentPort.on("message", ({ id, parts, scope, wantUnknown }) => {
  const rendered = {};
  const unknown = new Set();
  for (const [name, part] of Object.entries(parts)) {
    try {
      const engine = engines[part.escape];
      const template = parse(engine, part.escape, part.source);
      rendered[name] = engine.renderSync(template, scope);
      if (!wantUnknown) continue;
      for (const segments of engine.globalVariableSegmentsSync(template)) {
        if (!isKnown(scope, segments)) unknown.add(segments.filter((one) => typeof one !== "object").join("."));
      }
    } catch (error) {
      parentPort.postMessage({ id, problem: { part: name, message: String(error?.message ?? error).slice(0, 300) } });
      return;
    }
  }
  parentPort.postMessage({ id, rendered, unknown: [...unknown] });
});
