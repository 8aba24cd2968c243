import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ElectronApplication } from 'playwright-core';

/** What a person does in the system's own windows, where files are chosen. */

/** From now on, whoever is asked where to save something says there. */
export function saveAs(app: ElectronApplication, path: string): Promise<void> {
  return app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, path);
}

/** The next one who is asked where to save something says there only when the answer is called. */
export async function saveLater(
  app: ElectronApplication,
  path: string,
): Promise<{ asked(): Promise<boolean>; answer(): Promise<void> }> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () =>
      new Promise((resolve) => {
        Reflect.set(globalThis, 'answerSave', () => resolve({ canceled: false, filePath }));
      });
  }, path);
  return {
    asked: () => app.evaluate(() => Reflect.has(globalThis, 'answerSave')),
    answer: () =>
      app.evaluate(() => {
        const answer: unknown = Reflect.get(globalThis, 'answerSave');
        if (typeof answer === 'function') answer();
      }),
  };
}

/** As Excel writes one here: three who are new, one who changed, and one fault. */
const rows = [
  'ឈ្មោះ;ភេទ;ឆ្នាំកំណើត;ក្រុម',
  'សៀង សុភា;ប្រុស;២៥៣៣;ក្រុមព្រឹក',
  'ហួត វាសនា;ប្រុស;;ក្រុមព្រឹក',
  'លី វណ្ណៈ;ប្រុស;1980;Morning group',
  '=1+1;x;33005;ក្រុមណា',
  'ម៉ៅ ស្រីពេជ្រ;ស្រី;;ក្រុមព្រឹក',
];

/** From now on, whoever is asked for a list chooses that of five learners, saved in the folder. */
export async function chooseList(app: ElectronApplication, folder: string): Promise<void> {
  const list = join(folder, 'list.csv');
  await writeFile(list, `\ufeff${rows.join('\r\n')}\r\n`);
  await app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] });
  }, list);
}
