import { describe, expect, it } from 'vitest';
import { imported, notesOf, png } from '../../../../tests/factories/imported-questions.ts';

describe('lessons in Markdown', () => {
  it('become activities of things to read and to answer, with pictures beside them [FRN4]', async () => {
    const done = await imported({
      'lesson.md': `---
title: មេរៀនទី១
licence: CC0-1.0
---
# Ignored

## សត្វ

This is a *dog*. ![ឆ្កែ](pictures/my%20dog.png)

- one
- two

### Which is it?

- [ ] A cat
- [x] A dog
> Look at its ears.

### Join

- ឆ្កែ -> dog
- ឆ្មា -> cat

## Words

### Order them

1. first
2. second

### Write "five"

= 5
= ៥

![gone](none.png)
`,
      'pictures/my dog.png': png,
    });
    expect(done.lessons).toMatchObject([{ title: { km: 'មេរៀនទី១' } }]);
    expect(done.report?.licence).toBe('CC0-1.0');
    expect(done.activities?.map(({ title }) => title.km)).toEqual(['សត្វ', 'Words']);
    expect(done.items).toMatchObject([
      { type: 'present', prompt: { km: 'This is a dog.' }, picture: { alt: { km: 'ឆ្កែ' } } },
      { type: 'present', prompt: { km: '• one\n• two' } },
      {
        type: 'choice',
        prompt: { km: 'Which is it?' },
        correct: ['o2'],
        hint: { km: 'Look at its ears.' },
      },
      { type: 'match', prompt: { km: 'Join' } },
      { type: 'order', prompt: { km: 'Order them' } },
      { type: 'textEntry', prompt: { km: 'Write "five"' }, accept: ['5', '៥'], keyboard: 'digits' },
      { type: 'present', prompt: { km: 'មើល' } },
    ]);
    expect(notesOf(done)).toEqual([
      expect.stringContaining('The picture none.png is left out: the file has no such picture.'),
    ]);
  });

  it('never reach above their own folder [FRN4]', async () => {
    const done = await imported({
      'in/a.md': 'Look ![x](../b.png) ![y](/etc/hostname)',
      'b.png': png,
    });
    expect(done.items).toMatchObject([{ type: 'present', prompt: { km: 'Look' } }]);
    expect(notesOf(done)).toHaveLength(2);
  });
});
