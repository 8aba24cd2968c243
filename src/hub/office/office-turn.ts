import type { SiteOffice } from './site-office.ts';
import type { OfficeChange } from './office-change.ts';

/**
 * What may be done within one turn of the office, in which nobody else changes anything. The office's own
 * ways of changing something wait for a turn of their own, and would wait for ever in here.
 */
export interface OfficeTurn {
  record(change: OfficeChange): Promise<void>;
  readonly changeKeyring: SiteOffice['changeKeyring'];
}
