import { protocol } from 'electron';

/** Must run before Electron is ready. `standard` gives each host its own origin; `stream` lets films seek. */
export function registerSchemes(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true };
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges },
    { scheme: 'pack', privileges: { ...privileges, stream: true } },
  ]);
}
