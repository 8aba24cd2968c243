import type { JournalPayload } from '../journal/journal-chain.ts';
import type { OfficeChange } from './office-change.ts';

/** What an entry says beside who asked, and the documents. */
export function toldInEntry({
  command,
  reason,
  decision,
  givenUp,
  grounds,
  about,
  views,
  signIns,
  code,
  recovered,
  pepper,
}: OfficeChange): Partial<JournalPayload> {
  return {
    ...(command ? { command } : {}),
    ...(reason === undefined ? {} : { reason }),
    ...(decision ? { decision } : {}),
    ...(givenUp ? { givenUp } : {}),
    ...(grounds ? { grounds } : {}),
    ...(about ? { about: [...about] } : {}),
    ...(views ? { views: [...views] } : {}),
    ...(signIns ? { signIns: [...signIns] } : {}),
    ...(code ? { code } : {}),
    ...(recovered ? { recovered } : {}),
    ...(pepper === undefined ? {} : { pepper }),
  };
}
