import { request } from 'node:http';
import type { RequestOptions } from 'node:http';
import { ippAnswer, ippRequest } from './ipp-message.ts';
import type { IppAnswer, IppRequest } from './ipp-message.ts';

/** Where somebody is asked: a socket of this PC's, or an address on it. */
export type IppPlace = { readonly socketPath: string } | { readonly port: number };

/** Longer than what is asked for of eight printers, bytes. */
const longestAnswer = 1024 * 1024;

/**
 * Asks by IPP, once.
 * @param withinMs nothing is heard for that long: it rejects
 * @throws Error where nobody answers, or with what is no IPP
 */
export function askIpp(
  place: IppPlace,
  path: string,
  asked: IppRequest,
  withinMs: number,
  page: Uint8Array = new Uint8Array(),
): Promise<IppAnswer> {
  const body = Buffer.concat([ippRequest(asked), page]);
  const where: RequestOptions =
    'socketPath' in place ? place : { host: '127.0.0.1', port: place.port };
  return new Promise((resolve, reject) => {
    const asking = request({
      ...where,
      path,
      method: 'POST',
      agent: false,
      headers: {
        host: 'localhost',
        'content-type': 'application/ipp',
        'content-length': body.length,
      },
    });
    asking.setTimeout(withinMs, () => asking.destroy(new Error(`no answer for ${withinMs} ms`)));
    asking.once('error', reject);
    asking.once('response', (response) => {
      const heard: Buffer[] = [];
      let bytes = 0;
      response.on('data', (some: Buffer) => {
        bytes += some.length;
        heard.push(some);
        if (bytes > longestAnswer) asking.destroy(new Error('too long an answer'));
      });
      response.once('error', reject);
      response.once('end', () => {
        try {
          if (response.statusCode !== 200) throw new Error(`HTTP ${response.statusCode}`);
          resolve(ippAnswer(Buffer.concat(heard)));
        } catch (error) {
          reject(error instanceof Error ? error : new Error(String(error)));
        }
      });
    });
    asking.end(body);
  });
}
