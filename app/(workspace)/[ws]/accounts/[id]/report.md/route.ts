import { failure } from "@/lib/http/failure";
import { openCtx } from "@/lib/http/open-ctx";
import { readReportMarkdown } from "@/lib/services/account/read-report-markdown";

/** The Customer Journey Report as a Markdown file. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ ws: string; id: string }> },
): Promise<Response> {
  try {
    const { ws, id } = await params;
    const { accountName, markdown } = await readReportMarkdown(await openCtx(ws), { accountId: id });
    const file = `${
      accountName
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, "-")
        .replace(/^-|-$/g, "") || "account"
    }-journey-report.md`;
    return new Response(markdown, {
      headers: {
        "content-type": "text/markdown; charset=utf-8",
        "content-disposition": `attachment; filename="${file}"`,
        "cache-control": "no-store",
      },
    });
  } catch (error) {
    return failure(readReportMarkdown.contract.name, error);
  }
}
