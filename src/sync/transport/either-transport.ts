import type { Transport } from './transport.ts';

/**
 * Asks over one, and where the certificate shown there is none the hub knows, over the other; goes on
 * with whichever is let in. So a hub restored from before a station had its keys still knows it ([IDN12]).
 */
export function eitherTransport(first: Transport, other: Transport): Transport {
  let order = { used: first, spare: other };
  return {
    async send(request) {
      const { used, spare } = order;
      const answer = await used.send(request);
      if (answer.status !== 401) return answer;
      const again = await spare.send(request);
      if (again.status === 401 || again.status === 429) return answer;
      order = { used: spare, spare: used };
      return again;
    },
    close() {
      first.close();
      other.close();
    },
  };
}
