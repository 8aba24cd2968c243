import { of } from 'rxjs';
import { expect, it } from 'vitest';
import { ids } from '../../../tests/factories/events.ts';
import { generationSchema } from '../../shared/ids.ts';
import { followRenewal } from './follow-renewal.ts';

const { station } = ids;
const generation = generationSchema.parse('0123456789abcdef');
const log = { info: () => undefined, warn: () => undefined, error: () => undefined };

it.each([
  ['a station is asked for other keys', false, {}, [7]],
  ['one of two PCs is', false, { renewalFor: '01234567' }, [7]],
  ['a station on another PC than its own is not, where none is named', true, {}, []],
  ['it is, where one is named', true, { renewalFor: '01234567' }, [7]],
])('[IDN12] [FBT4] %s', async (_what, renewsIfNamed, named, expected) => {
  const asked: number[] = [];
  followRenewal({
    station,
    directory$: of({ generation, stations: new Map([[station, { renewal: 7, ...named }]]) }),
    status$: of({ hubReachable: true }),
    renewsIfNamed,
    renew: (entry) => {
      asked.push(entry);
      return Promise.resolve(true);
    },
    log,
  });
  await Promise.resolve();
  expect(asked).toEqual(expected);
});
