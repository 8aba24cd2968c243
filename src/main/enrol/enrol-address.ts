export const enrolHost = 'enrol';

/** Where the first-run page is; served in its own window's session only. */
export const enrolAddress = `app://${enrolHost}/`;
