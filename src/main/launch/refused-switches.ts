/**
 * Switches that would let whoever starts the app look into it or lead its processes astray; a
 * packaged Chromium honours them all ([WIN9]). Matched on the name alone, `-x` and `--x` alike.
 */
const refused: readonly RegExp[] = [
  /^remote-debugging-/,
  /^remote-allow-origins$/,
  /^inspect/,
  /^js-flags$/,
  /-cmd-prefix$/,
  /^no-sandbox$/,
  /^disable-.*sandbox$/,
  /^no-zygote$/,
  /^single-process$/,
  /^disable-web-security$/,
  /^disable-site-isolation-trials$/,
  /^ignore-certificate-errors/,
  /^load-extension$/,
  /^user-data-dir$/,
  /^proxy-/,
  /^host-resolver-rules$/,
  /^auto-open-devtools-for-tabs$/,
  /^enable-logging$/,
  /^log-net-log$/,
  /^require$/,
  /^r$/,
  /^app$/,
];

const nameOf = (word: string) => word.replace(/^-{1,2}/, '').split('=', 1)[0] ?? '';

/** The first switch of a command line that a packaged app must not obey; null if there is none. */
export function findRefusedSwitch(argv: readonly string[]): string | null {
  const names = argv.filter((word) => word.startsWith('-')).map(nameOf);
  return names.find((name) => refused.some((pattern) => pattern.test(name.toLowerCase()))) ?? null;
}
