import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readStationConfig } from '../../../src/station/config/read-station-config.ts';
import { timeProgram } from '../machine/run-program.ts';

export const curlTitle = 'as many curl, which write the same bytes to files and check nothing';

/** One curl, ready to fetch. */
export interface CurlFetch {
  /** Resolves to how long it took, ms. */
  go(): Promise<number>;
}

/**
 * Has curl fetch paths of a hub, with a station's certificate, over one connection. Whose certificate the hub
 * has curl is not asked to check: a site's certificates name roles, not hosts.
 * @param folder where the files go, and what curl is told; made
 */
export async function curlFetch(
  station: string,
  paths: readonly string[],
  folder: string,
): Promise<CurlFetch> {
  const { hub, tls } = await readStationConfig(station);
  await mkdir(folder, { recursive: true });
  const [certificate, key, words] = ['cert.pem', 'key.pem', 'words'].map((name) =>
    join(folder, name),
  );
  await writeFile(certificate ?? '', tls.certificate);
  await writeFile(key ?? '', tls.privateKey, { mode: 0o600 });
  const files = paths.flatMap((path, index) => [
    `url = "${hub.url}${path}"`,
    `output = "${join(folder, `file-${index}`)}"`,
  ]);
  const how = ['silent', 'show-error', 'fail', 'insecure', 'tlsv1.3', 'http1.1'];
  const who = [`cert = "${certificate}"`, `key = "${key}"`];
  await writeFile(words ?? '', [...how, ...who, ...files].join('\n'));
  return { go: () => timeProgram('curl', ['--config', words ?? '']) };
}
