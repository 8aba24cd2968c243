/** What a binary package says of itself; relations as in Debian's policy, one each. */
export interface PackageFacts {
  readonly name: string;
  readonly version: string;
  readonly architecture: 'amd64';
  readonly section: string;
  readonly summary: string;
  /** Paragraphs. */
  readonly description: readonly string[];
  readonly depends: readonly string[];
  readonly recommends: readonly string[];
}

/** Longest line of a description, characters. */
const width = 76;

function wrap(text: string): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}

/**
 * The text of `DEBIAN/control`.
 * @param installedKiB what the unpacked files take
 */
export function controlFile(facts: PackageFacts, maintainer: string, installedKiB: number): string {
  const { name, version, architecture, section, depends, recommends, summary, description } = facts;
  const fields = [
    ['Package', name],
    ['Version', version],
    ['Architecture', architecture],
    ['Maintainer', maintainer],
    ['Installed-Size', String(installedKiB)],
    ['Depends', depends.join(', ')],
    ['Recommends', recommends.join(', ')],
    ['Section', section],
    ['Priority', 'optional'],
  ].filter(([, value]) => value !== '');
  const paragraphs = description.map((text) =>
    wrap(text)
      .map((line) => ` ${line}`)
      .join('\n'),
  );
  return [
    ...fields.map(([field, value]) => `${field}: ${value}`),
    `Description: ${summary}`,
    paragraphs.join('\n .\n'),
    '',
  ].join('\n');
}
