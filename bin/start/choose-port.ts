import { isPortFree } from "@/db/embedded/free-port";

const PORTS_TRIED_MAX = 50;

/** The port to listen on: the one that was asked for or an error, else the first free one from the default on. */
export async function choosePort({
  port,
  portGiven,
  host,
}: {
  port: number;
  portGiven: boolean;
  host: string;
}): Promise<number> {
  // Both, because a server on every interface does not stop a listener on one of them.
  const free = async (at: number) => (await isPortFree(at, host)) && (await isPortFree(at, "127.0.0.1"));
  if (await free(port)) return port;
  if (portGiven)
    throw new Error(`PORT ${port} is taken by another program. Stop that program, or set PORT to a free one.`);
  for (let at = port + 1; at <= port + PORTS_TRIED_MAX; at += 1) if (await free(at)) return at;
  throw new Error(`The ports ${port} to ${port + PORTS_TRIED_MAX} are all taken. Set PORT to a free one.`);
}
