import { contracts, replySchema } from '../../shared/contracts/ipc/contract.ts';
import type { Bridge, Reply, Request } from '../../shared/contracts/ipc/contract.ts';
import { previewPaths } from '../../shared/contracts/preview-api.ts';
import { createStationClient } from '../bridge/station-client.ts';

/** Asks `rean pack dev`; gives its reply as a station gives one. */
export async function askPreview(id: number, name: string, input: unknown): Promise<Reply> {
  const answer = await fetch(previewPaths.ask, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name, input }),
  });
  return replySchema.parse({ id, ...(await answer.json()) });
}

/** The lesson player's line: its questions go to `rean pack dev`; what only a station knows stays unsaid. */
export function previewStation() {
  const hearers = new Set<(reply: Reply) => void>();
  const send = async (request: Request) => {
    if (request.kind !== 'command' || !request.name.startsWith('lesson.')) return;
    const reply =
      request.name === 'lesson.leave'
        ? { kind: 'value' as const, id: request.id, value: undefined }
        : await askPreview(request.id, request.name, request.input);
    for (const hear of hearers) hear(reply);
  };
  const bridge: Bridge = {
    role: 'kiosk',
    send: (request) => void send(request),
    listen: (hear) => {
      hearers.add(hear);
      return () => hearers.delete(hear);
    },
  };
  return createStationClient(contracts.kiosk, bridge);
}
