/** Ways out of a page that a self-test tries ([SLF3]). Each is an expression, evaluated in the page as if a person had touched it. */
export interface PageAttempt {
  /** For the log. */
  readonly name: string;
  /** Answers `true` where the page itself was let out. */
  readonly code: string;
}

const made = (body: string) => `(async () => { ${body} })().catch(() => false)`;
/** What waits for a person's answer would keep the test waiting. */
const soon = (promise: string) =>
  `Promise.race([${promise}, new Promise((over) => setTimeout(() => over(false), 300))])`;

/** They leave nothing behind: what they put into the page they take out again. */
export const pageAttempts: readonly PageAttempt[] = [
  { name: 'popup', code: made("return window.open('https://example.invalid/') !== null;") },
  { name: 'blank popup', code: made("return window.open('about:blank') !== null;") },
  {
    name: 'link to elsewhere',
    code: made(
      "const a = document.createElement('a'); a.href = 'https://example.invalid/'; a.target = '_blank'; document.body.append(a); a.click(); a.remove(); return false;",
    ),
  },
  {
    name: 'file input',
    code: made(
      "const i = document.createElement('input'); i.type = 'file'; document.body.append(i); i.click(); i.remove(); return false;",
    ),
  },
  { name: 'file picker', code: made("return 'showOpenFilePicker' in window;") },
  {
    name: 'download',
    code: made(
      "const a = document.createElement('a'); a.href = 'data:application/octet-stream,x'; a.download = 'x'; document.body.append(a); a.click(); a.remove(); return false;",
    ),
  },
  { name: 'print', code: made('window.print(); return false;') },
  { name: 'dialog', code: made("return window.confirm('x');") },
  {
    name: 'screen of the desktop',
    code: made(
      `const stream = await ${soon('navigator.mediaDevices.getDisplayMedia({ video: true })')}; return stream !== false;`,
    ),
  },
  {
    name: 'camera',
    code: made(
      `const stream = await ${soon('navigator.mediaDevices.getUserMedia({ video: true })')}; return stream !== false;`,
    ),
  },
  {
    name: 'place on earth',
    code: made(
      `return await ${soon('new Promise((yes) => navigator.geolocation.getCurrentPosition(() => yes(true), () => yes(false)))')};`,
    ),
  },
  {
    name: 'notification',
    code: made(`return (await ${soon('Notification.requestPermission()')}) === 'granted';`),
  },
  {
    name: 'clipboard',
    code: made(
      `return (await ${soon('navigator.clipboard.readText().then(() => true)')}) === true;`,
    ),
  },
  {
    name: 'network',
    code: made(
      `return (await ${soon("fetch('https://example.invalid/').then(() => true)")}) === true;`,
    ),
  },
  { name: 'node', code: made("return 'require' in window || 'process' in window;") },
];

/** The same for where a page may go: tried in a window of their own, as what a refused page does next is another matter. */
export const wayAttempts: readonly PageAttempt[] = [
  { name: 'another page', code: made("location.assign('https://example.invalid/');") },
  { name: 'source', code: made("location.assign('view-source:app://kiosk/');") },
  { name: 'files', code: made("location.assign('file:///etc/passwd');") },
  { name: 'browser', code: made("location.assign('chrome://settings/');") },
];

/** Keys that a desktop or browser gives a meaning to, as Electron names them; none may reach a page ([LCK2]). */
export const keyAttempts: readonly { readonly key: string; readonly with: readonly Modifier[] }[] =
  [
    { key: 'F5', with: [] },
    { key: 'F11', with: [] },
    { key: 'F12', with: [] },
    { key: 'R', with: ['control'] },
    { key: 'W', with: ['control'] },
    { key: 'N', with: ['control'] },
    { key: 'T', with: ['control'] },
    { key: 'P', with: ['control'] },
    { key: 'O', with: ['control'] },
    { key: 'U', with: ['control'] },
    { key: 'I', with: ['control', 'shift'] },
    { key: 'Tab', with: ['alt'] },
    { key: 'F4', with: ['alt'] },
    { key: 'F2', with: ['control', 'alt'] },
    { key: 'Delete', with: ['control', 'alt'] },
    { key: 'Escape', with: ['control'] },
    { key: 'L', with: ['meta'] },
  ];
type Modifier = 'control' | 'shift' | 'alt' | 'meta';

/** One that a page is to hear: without it nothing would be said by hearing none of the others. */
export const allowedKey = 'K';
