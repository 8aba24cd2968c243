import { packFilePath } from '../../shared/contracts/pack-files.ts';
import type { PackFileAsk } from '../../shared/contracts/pack-files.ts';
import { ReanError } from '../../shared/errors.ts';
import type { StreamAnswer, StreamTransport } from '../../sync/transport/transport.ts';
import type { PackOrigin } from '../../content/store/pack-origin.ts';

/** Whoever sends nothing for this long while it is waited for is given up on, ms ([SYN6]). */
const quietMs = 15_000;

/**
 * A hub or a peer as an origin of packs, over its HTTPS.
 * @param root where it has its packs: one of `packFileRoots`
 */
export function lineOrigin(
  line: Pick<StreamTransport, 'open'>,
  root: string,
  timeoutMs = quietMs,
): PackOrigin {
  const open = async (ask: PackFileAsk, signal: AbortSignal, from = 0) => {
    const path = `${root}/${packFilePath(ask)}`;
    const headers = from === 0 ? {} : { range: `bytes=${from}-` };
    const answer = await line.open({ path, headers, timeoutMs, signal });
    if (answer.status === (from === 0 ? 200 : 206)) return answer.body;
    await drop(answer);
    throw refusalOf(answer, path);
  };
  return {
    async file(ask, limit, signal) {
      const pieces: Uint8Array[] = [];
      let bytes = 0;
      for await (const piece of await open(ask, signal)) {
        bytes += piece.byteLength;
        if (bytes > limit) throw new ReanError('pack.too-large', { entry: ask.kind, limit });
        // the line fills it again
        pieces.push(Uint8Array.from(piece));
      }
      return new Uint8Array(Buffer.concat(pieces));
    },
    async *blob(sha256, from, signal) {
      yield* await open({ kind: 'blob', sha256 }, signal, from);
    },
  };
}

/** An answer nobody reads would hold its connection. */
async function drop({ body }: StreamAnswer): Promise<void> {
  for await (const _ of body) return;
}

function refusalOf({ status }: StreamAnswer, path: string): ReanError {
  if (status === 404) return new ReanError('pack.not-installed', { path });
  if (status === 401 || status === 403) return new ReanError('hub.refused', { path, status });
  if (status === 429 || status >= 500) return new ReanError('hub.unreachable', { path, status });
  return new ReanError('hub.protocol', { path, status });
}
