import type { PageContent } from './page.ts';
import { peoplePages } from './people-pages.ts';
import { powerPages } from './power-pages.ts';
import { practicePages } from './practice-pages.ts';
import { roomPages } from './room-pages.ts';
import { seatPages } from './seat-pages.ts';
import { signPages } from './sign-pages.ts';
import { sittingPages } from './sitting-pages.ts';
import { sitePages } from './site-pages.ts';
import { timePages } from './time-pages.ts';
import { troublePages } from './trouble-pages.ts';

const written = {
  ...roomPages,
  ...peoplePages,
  ...timePages,
  ...sitePages,
  ...practicePages,
  ...seatPages,
  ...sittingPages,
  ...powerPages,
  ...signPages,
  ...troublePages,
} as const;

export type HelpPageId = keyof typeof written;

/** Every help page, by its name ([HPG1]). A place's has the place's own name. */
export const helpPages: Readonly<Record<HelpPageId, PageContent>> = written;

export const isHelpPageId = (name: string): name is HelpPageId => Object.hasOwn(written, name);

/** In the order they are listed in, by chapter. */
export const helpPageIds: readonly HelpPageId[] = Object.keys(written).filter(isHelpPageId);
