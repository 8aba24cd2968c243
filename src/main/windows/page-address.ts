import type { WindowRole } from '../../shared/contracts/ipc/contract.ts';
import type { Language } from '../../shared/ids.ts';

/** One origin per role: what serves the kiosk's page serves nothing of the supervisor's ([WIN3]). */
export const originOf = (role: WindowRole): string => `app://${role}`;

/** The one address a window of this role ever shows; its language is the one to begin in. */
export const pageAddress = (role: WindowRole, language: Language): string =>
  `${originOf(role)}/?language=${language}`;

/** Of a supervisor station's window on another display, where the film plays and nothing else is ([GRP1]). */
export const bigScreenAddress = (language: Language): string =>
  `${pageAddress('supervisor', language)}&show=screen`;
