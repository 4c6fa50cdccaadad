import { CodeBlock } from "@/components/source/code-block";
import { Section } from "@/components/ui/section";
import { Tabs } from "@/components/ui/tabs";

const node = (address: string) => `import { Analytics } from "@segment/analytics-node";

const analytics = new Analytics({ writeKey: "<server key>", host: "${address}" });

analytics.identify({ userId: "u-1", traits: { email: "ann@example.com", name: "Ann" } });
analytics.group({ userId: "u-1", groupId: "acme", traits: { name: "Acme", plan: "pro" } });
analytics.track({ userId: "u-1", event: "signed_up", properties: { source: "trial" } });
await analytics.closeAndFlush();`;

const browser = (address: string) => `import { AnalyticsBrowser } from "@segment/analytics-next";

const analytics = AnalyticsBrowser.load({ writeKey: "<browser key>", cdnURL: "${address}" });

analytics.page();
analytics.identify("u-1", { name: "Ann" });
analytics.track("signed_up", { source: "trial" });`;

const curl = (address: string) => `curl ${address}/v1/track \\
  -u "<server key>:" \\
  -H "content-type: application/json" \\
  -d '{ "userId": "u-1", "event": "signed_up", "properties": { "source": "trial" } }'`;

const rudder = (address: string) => `import { RudderAnalytics } from "@rudderstack/analytics-js";

const analytics = new RudderAnalytics();
analytics.load("<browser key>", "${address}", { configUrl: "${address}" });
analytics.track("signed_up", { source: "trial" });`;

/** How to send events, with the real address of this Waymark. */
export function ConnectGuide({ address }: { address: string }) {
  const tabs = [
    { value: "node", label: "Node", panel: <CodeBlock label="Node" text={node(address)} /> },
    { value: "browser", label: "Browser", panel: <CodeBlock label="Browser" text={browser(address)} /> },
    { value: "rudder", label: "RudderStack", panel: <CodeBlock label="RudderStack" text={rudder(address)} /> },
    { value: "curl", label: "Terminal", panel: <CodeBlock label="Terminal" text={curl(address)} /> },
  ];
  return (
    <Section
      title="Connect"
      note="A server key can do everything and must stay on your servers. A browser key may stand in a page."
      hairline={false}
    >
      <Tabs label="Clients" tabs={tabs} />
    </Section>
  );
}
