/** What the process that owns the `pack://` protocol needs of content, besides the station's answers. */
export { openBody } from '../content/serve/body-stream.ts';
export { playerHeaders } from '../content/serve/pack-headers.ts';
export type { CourseAnswer, CourseCall } from './cmi5/course-call.ts';
export type { PackAnswer, PackRequest } from '../content/serve/serve-pack-file.ts';
