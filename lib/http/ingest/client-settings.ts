import type { FoundWriteKey } from "@/db/queries/ingest/find-write-key";

/** What a browser client is told about its source: send here, to nobody else. `segment` is the answer to
 * `/v1/projects/<key>/settings`, `rudder` the one to `/sourceConfig/`. */
export function clientSettings(
  form: "segment" | "rudder",
  key: FoundWriteKey,
  secret: string,
  address: URL,
): Record<string, unknown> {
  if (form === "segment") {
    return {
      integrations: {
        "Segment.io": {
          apiKey: secret,
          apiHost: `${address.host}/v1`,
          protocol: address.protocol.replace(":", ""),
          versionSettings: { version: "4.4.7", componentTypes: ["browser"] },
        },
      },
      plan: { track: { __default: { enabled: true, integrations: {} } } },
      edgeFunction: {},
      analyticsNextEnabled: true,
      middlewareSettings: {},
      enabledMiddleware: {},
      metrics: { sampleRate: 0 },
      legacyVideoPluginsEnabled: false,
      remotePlugins: [],
    };
  }
  return {
    source: {
      id: key.id,
      name: "Waymark",
      writeKey: secret,
      enabled: true,
      workspaceId: key.workspaceId,
      config: { statsCollection: { errors: { enabled: false }, metrics: { enabled: false } } },
      destinations: [],
      dataplanes: {},
    },
    updatedAt: "1970-01-01T00:00:00.000Z",
  };
}
