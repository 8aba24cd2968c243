import { safetyHeaders } from '../../content/serve/pack-headers.ts';

/** What a page on a pack's origin asks of the course that is open there: plain data, it crosses processes. */
export interface CourseCall {
  readonly method: string;
  readonly url: string;
  /** By name in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array<ArrayBuffer> | null;
}

export interface CourseAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array<ArrayBuffer> | null;
}

const always = { ...safetyHeaders, 'cache-control': 'no-store' };

/** An answer without a body. */
export const emptyAnswer = (status: number): CourseAnswer => ({
  status,
  headers: always,
  body: null,
});

export const jsonAnswer = (
  value: unknown,
  status = 200,
  headers: Readonly<Record<string, string>> = {},
): CourseAnswer => ({
  status,
  headers: { ...always, 'content-type': 'application/json; charset=utf-8', ...headers },
  body: JSON.stringify(value),
});

/** A reason in words, for whoever made the content. */
export const textAnswer = (status: number, text: string): CourseAnswer => ({
  status,
  headers: { ...always, 'content-type': 'text/plain; charset=utf-8' },
  body: text,
});

/** An empty page. */
export const pageAnswer: CourseAnswer = {
  status: 200,
  headers: { ...always, 'content-type': 'text/html; charset=utf-8' },
  body: '<!doctype html><meta charset="utf-8"><title>Rean</title>',
};

export const nothingThere = emptyAnswer(404);

/** A body as JSON; undefined where it is none. */
export function jsonOf({ body }: CourseCall): unknown {
  try {
    return body === null ? undefined : JSON.parse(new TextDecoder().decode(body));
  } catch {
    return undefined;
  }
}
