import type { HelpRequest } from '../../../shared/contracts/ipc/help-views.ts';

/** How many requests nobody comes to yet, or not any more: what the rail counts ([HLQ1]). */
export function waitingIn(requests: readonly Pick<HelpRequest, 'taker'>[]): number {
  return requests.filter(({ taker }) => taker === null || (taker.gone && !taker.mine)).length;
}
