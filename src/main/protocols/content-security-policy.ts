/** What each page of ours may load and do ([WIN4]); whatever is not named is refused. */
const windowPolicy: Readonly<Record<string, string>> = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'font-src': "'self'",
  'img-src': "'self' pack:",
  'media-src': "'self' pack:",
  // Pieces play in frames of their pack's origin ([PCE1]).
  'frame-src': 'pack:',
  'connect-src': "'none'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'none'",
  'require-trusted-types-for': "'script'",
  'trusted-types': "'none'",
  // Without allow-modals no script can open the print dialog, an alert or a confirm.
  sandbox: 'allow-scripts allow-same-origin allow-forms',
};

const noticePolicy: Readonly<Record<string, string>> = {
  'default-src': "'none'",
  'style-src': "'self'",
  'font-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'none'",
  sandbox: 'allow-same-origin',
};

/** A form that is sent to its own page. No sandbox: that would keep the page from looking again. */
const formPolicy: Readonly<Record<string, string>> = {
  'default-src': "'none'",
  'style-src': "'self'",
  'font-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'self'",
  'frame-ancestors': "'none'",
};

/** A page drawn to be printed: its own styles and our font, and no script. */
const printPolicy: Readonly<Record<string, string>> = {
  'default-src': "'none'",
  'style-src': "'unsafe-inline'",
  'font-src': "'self'",
  'img-src': 'data:',
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'none'",
};

const write = (policy: Readonly<Record<string, string>>) =>
  Object.entries(policy)
    .map(([directive, value]) => `${directive} ${value}`)
    .join('; ');

const common = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cache-control': 'no-cache',
};

/** The headers of everything a window's own pages are made of. */
export const windowHeaders: Readonly<Record<string, string>> = {
  ...common,
  'content-security-policy': write(windowPolicy),
};

/** The headers of the first-run page: no script at all. */
export const formHeaders: Readonly<Record<string, string>> = {
  ...common,
  'content-security-policy': write(formPolicy),
};

/** The headers of the pages that only tell something: no script at all. */
export const noticeHeaders: Readonly<Record<string, string>> = {
  ...common,
  'content-security-policy': write(noticePolicy),
};

/** The headers of a page that is drawn to be printed. */
export const printHeaders: Readonly<Record<string, string>> = {
  ...common,
  'content-security-policy': write(printPolicy),
};
