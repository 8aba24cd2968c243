import { ReanError } from '../../shared/errors.ts';

/** Where hubs listen unless they are told otherwise. */
const usualPort = 8643;

/**
 * A hub's address as a person types it: `192.168.1.10`, `hub:9000` or a whole `https://…`.
 * @throws ReanError `config.invalid` with `problem: 'option'`, `option: 'hub'`
 */
export function readHubAddress(typed: string): string {
  const text = typed.trim();
  const url = URL.canParse(text) && text.includes('://') ? text : `https://${text}`;
  const parsed = text !== '' && URL.canParse(url) ? new URL(url) : null;
  if (parsed?.protocol !== 'https:' || parsed.username !== '' || parsed.pathname !== '/') {
    throw new ReanError('config.invalid', { problem: 'option', option: 'hub' });
  }
  const port = parsed.port === '' && !text.includes('://') ? usualPort : parsed.port;
  return `https://${parsed.hostname}${port === '' ? '' : `:${port}`}`;
}
