import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ShippedPackage } from './shipped-packages.ts';

const isLicence = (name: string) => /^(?:licen[cs]e|copying|notice)(?:[.-].*)?$/i.test(name);

/** What the files of a folder that are licences say. */
export async function licenceTextsIn(folder: string): Promise<readonly string[]> {
  const files = await readdir(folder, { withFileTypes: true });
  const names = files.filter((file) => file.isFile() && isLicence(file.name));
  const sorted = names.map(({ name }) => name).toSorted();
  return Promise.all(sorted.map((name) => readFile(join(folder, name), 'utf8')));
}

const rule = '='.repeat(80);

/**
 * The licence of each npm package that is part of ours, with its text where the package brings one; sorted by name.
 * @param further of works that are no npm packages
 */
export async function licenceTexts(
  root: string,
  packages: readonly ShippedPackage[],
  further: ReadonlyArray<{ readonly title: string; readonly text: string }>,
): Promise<string> {
  const sections = further.map(({ title, text }) => `${title}\n\n${text.trim()}\n`);
  const byName = packages.toSorted((a, b) => (a.folder < b.folder ? -1 : 1));
  for (const { folder, name, version, licence } of byName) {
    const texts = await licenceTextsIn(join(root, folder));
    const said = texts.length === 0 ? 'It brings no text.' : texts.join('\n').trim();
    sections.push(`${name} ${version}\nLicence: ${licence}\n\n${said}\n`);
  }
  return `${sections.join(`\n${rule}\n`)}`;
}
