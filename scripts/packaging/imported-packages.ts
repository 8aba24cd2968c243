import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What a built module names after `from`, `import`, `require` or `.resolve`. */
const specifier =
  /(?:\bfrom\s*|\bimport\s*\(?\s*|\brequire\(\s*|\.resolve\(\s*)(["'])([^"'\n]+)\1/g;

function packageName(path: string): string {
  const [first = '', second = ''] = path.split('/');
  return first.startsWith('@') ? `${first}/${second}` : first;
}

/**
 * The npm packages a built module imports by name, sorted, each once. Reads the
 * text only, so a sentence that looks like an import counts too: meant for
 * choosing among packages that are known to exist.
 */
export function importedPackages(code: string): readonly string[] {
  const found = [...code.matchAll(specifier)].map((match) => match[2] ?? '');
  const bare = found.filter((path) => !/^(?:\.|\/|node:|data:|file:)/.test(path));
  return [...new Set(bare.map(packageName))].toSorted();
}

/** What all built modules below a folder import, sorted, each once. */
export async function importedByFolder(folder: string): Promise<readonly string[]> {
  const files = await readdir(folder, { recursive: true });
  const modules = files.filter((file) => /\.[cm]?js$/.test(file));
  const code = await Promise.all(modules.map((file) => readFile(join(folder, file), 'utf8')));
  return [...new Set(code.flatMap(importedPackages))].toSorted();
}
