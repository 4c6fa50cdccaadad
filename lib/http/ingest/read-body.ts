import { promisify } from "node:util";
import { brotliDecompress, gunzip, inflate } from "node:zlib";
import { INGEST_BODY_BYTES_MAX } from "@/lib/contract/ingest/limits";
import { DoorError } from "@/lib/http/ingest/door-error";

const unpack = {
  gzip: promisify(gunzip),
  "x-gzip": promisify(gunzip),
  deflate: promisify(inflate),
  br: promisify(brotliDecompress),
};

/** The body as JSON, whatever content type it claims: browsers send `text/plain` to avoid a preflight. Reading and
 * unpacking both stop at the limit, so a small archive cannot become a large memory. */
export async function readBody(request: Request): Promise<unknown> {
  const packed = await readBytes(request);
  const bytes = await unpackBytes(packed, request.headers.get("content-encoding"));
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new DoorError(
      400,
      "The body is not UTF-8 text. Send JSON in UTF-8, and name its packing in Content-Encoding.",
    );
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new DoorError(400, `The body is not JSON: ${error instanceof Error ? error.message : "unreadable"}.`);
  }
}

async function readBytes(request: Request): Promise<Buffer> {
  if (Number(request.headers.get("content-length") ?? 0) > INGEST_BODY_BYTES_MAX) throw tooLarge();
  if (!request.body) return Buffer.alloc(0);
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader: ReadableStreamDefaultReader<Uint8Array> = request.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return Buffer.concat(chunks, length);
    length += value.byteLength;
    if (length > INGEST_BODY_BYTES_MAX) {
      await reader.cancel().catch(() => undefined);
      throw tooLarge();
    }
    chunks.push(value);
  }
}

async function unpackBytes(packed: Buffer, encoding: string | null): Promise<Buffer> {
  const name = encoding?.trim().toLowerCase() ?? "";
  if (name === "" || name === "identity") return packed;
  if (!Object.hasOwn(unpack, name))
    throw new DoorError(415, `Content-Encoding "${name}" is not known here. Use gzip, deflate, br or none.`);
  try {
    return await unpack[name as keyof typeof unpack](packed, { maxOutputLength: INGEST_BODY_BYTES_MAX });
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ERR_BUFFER_TOO_LARGE") throw tooLarge();
    throw new DoorError(400, `The body is not ${name}, although Content-Encoding says so.`);
  }
}

function tooLarge(): DoorError {
  return new DoorError(
    413,
    `The body is larger than ${INGEST_BODY_BYTES_MAX / 1024 / 1024} MB unpacked. Send fewer items at a time.`,
  );
}
