import { describe, expect, it } from 'vitest';
import { groupIdSchema } from '../../../../shared/ids.ts';
import { detailsOf, nothingTyped } from './typed-details.ts';
import type { TypedDetails } from './typed-details.ts';

const group = groupIdSchema.parse('gr-aaaaaaaa');
const whole: TypedDetails = {
  ...nothingTyped,
  km: '  សុខ   ដារ៉ា ',
  sex: 'male',
  birthYear: '២៥៣៣',
  group,
};

describe('[PPL1] what a form says of a learner', () => {
  it('is asked of the hub without spaces at its ends, the year Gregorian', () => {
    expect(detailsOf(whole)).toEqual({
      name: { km: 'សុខ ដារ៉ា' },
      sex: 'male',
      birthYear: 1990,
      group,
      language: 'km',
    });
  });

  it('has a name in Latin letters where one was typed, and no year where none is known', () => {
    expect(detailsOf({ ...whole, en: ' Sok Dara ', birthYear: '' })).toMatchObject({
      name: { km: 'សុខ ដារ៉ា', en: 'Sok Dara' },
      birthYear: null,
    });
  });

  it('is asked once name, sex and group are there and the year can be one', () => {
    const lacking: readonly Partial<TypedDetails>[] = [
      { km: ' ' },
      { km: 'x;=HYPERLINK(A1);y' },
      { en: 'Dara 2' },
      { sex: null },
      { group: null },
      { birthYear: '19' },
    ];
    for (const each of lacking) expect(detailsOf({ ...whole, ...each })).toBeNull();
  });
});
