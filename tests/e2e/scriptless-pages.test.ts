import { join } from 'node:path';
import { _electron } from 'playwright-core';
import type { ElectronApplication, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { electronProgram } from '../../src/cli/lab/electron-program.ts';
import { elsewherePage } from '../../src/main/elsewhere/elsewhere-page.ts';
import { enrolPage, enrolStyle } from '../../src/main/enrol/enrol-page.ts';
import type { EnrolState } from '../../src/main/enrol/enrol-page.ts';
import { noticePage, noticeStyle } from '../../src/main/notices/notice-page.ts';
import { languageSchema } from '../../src/shared/ids.ts';
import { barriers } from './barriers.ts';
import { motions } from './motion.ts';
import { keepScreenshot, readyWhenWatched, root } from './test-lab.ts';

const offered = [
  { url: 'https://192.168.77.1:8643', isPlanted: true, site: 'site-abcdefgh' },
  { url: 'https://192.168.77.14:8643', isPlanted: false, site: 'site-bcdefghj' },
  { url: 'https://192.168.77.15:8643', isPlanted: false, site: 'site-cdefghjk' },
];

/** Pages of windows in which no script runs, so that none can look at them there. */
const pages: readonly (readonly [name: string, state: EnrolState])[] = [
  ['enrol-looking', { phase: 'looking' }],
  ['enrol', { phase: 'form', offered: [], hub: '', trouble: null }],
  ['enrol-mistyped', { phase: 'form', offered: [], hub: 'https://hub', trouble: 'enrol.mistyped' }],
  ['enrol-offered', { phase: 'form', offered, hub: '', trouble: null }],
  [
    'enrol-offered-wrong',
    { phase: 'form', offered, hub: 'https://192.168.77.14:8643', trouble: 'enrol.wrong' },
  ],
  ['enrol-asking', { phase: 'asking' }],
];

describe('[WCA1] [WCA3] a page without scripts keeps nobody out', () => {
  let app: ElectronApplication;
  let page: Page;

  beforeAll(async () => {
    const { path, sandboxed } = electronProgram(root);
    const fixture = join(root, 'tests', 'fixtures', 'open-page');
    app = await _electron.launch({
      executablePath: path,
      args: [...readyWhenWatched, ...(sandboxed ? [fixture] : ['--no-sandbox', fixture])],
      env: { ...process.env, ADDRESS: 'about:blank' },
    });
    page = await app.firstWindow();
  });
  afterAll(() => app.close());

  const look = async (name: string, html: string, style: string) => {
    // It looks again by itself while the hub is asked: nothing on it is answered or read for long.
    await page.setContent(html.replace(/<meta http-equiv="refresh"[^>]*>/u, ''));
    await page.addStyleTag({ content: style });
    await keepScreenshot(page, name);
    return [...(await barriers(page)), ...(await motions(page))];
  };

  it.each(
    pages.flatMap(([name, state]) =>
      languageSchema.options.map((language) => ({ name, state, language })),
    ),
  )('where a PC is enrolled: $name, $language', async ({ name, state, language }) => {
    const found = await look(
      `scriptless-${name}-${language}`,
      enrolPage(state, language),
      enrolStyle,
    );
    expect(found).toEqual([]);
  });

  it.each(
    languageSchema.options.flatMap((language) =>
      [null, { hubReachable: false, waiting: 3 }, { hubReachable: true, waiting: 1204 }].map(
        (bringing, at) => ({ language, bringing, name: ['opening', 'away', 'brings'][at] }),
      ),
    ),
  )('[FBT4] on another PC than its own: $name, $language', async ({ language, bringing, name }) => {
    const found = await look(
      `scriptless-elsewhere-${name}-${language}`,
      elsewherePage(bringing, language),
      noticeStyle,
    );
    expect(found).toEqual([]);
  });

  it.each(languageSchema.options)('where a station can’t start: %s', async (language) => {
    const error = { code: 'store.in-use', facts: {} } as const;
    const found = await look(
      `scriptless-notice-${language}`,
      noticePage(error, language),
      noticeStyle,
    );
    expect(found).toEqual([]);
  });
});
