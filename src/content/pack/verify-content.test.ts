import { describe, expect, it } from 'vitest';
import { publisher, testVersion } from '../../../tests/factories/pack-press.ts';
import { packSource, plainDrawing } from '../../../tests/factories/pack-source.ts';
import { keyringOf } from '../keyring/keyring.ts';
import { verifyPack } from './verify-pack.ts';
import { withContent } from '../../../tests/factories/forged-packs.ts';

const keyring = keyringOf([{ name: 'Publisher', publicKey: publisher.publicKey }]);
const reading = { keyring, app: testVersion('0.1.0') };

describe('the content of a pack', () => {
  it('is refused for a lesson that is none, though its publisher signed it [PKG8]', async () => {
    const lesson = '{"format":"rean-lesson@2"}';
    const file = await withContent('lessons/first/lesson.json', lesson);
    await expect(verifyPack(file, reading)).rejects.toMatchObject({
      code: 'lesson.invalid',
      facts: { path: 'lessons/first/lesson.json' },
    });
  });

  it('is refused as too new for a lesson with items of a type this app does not know [LSN11]', async () => {
    const lesson = packSource().files['lessons/first/lesson.json'] ?? '';
    const file = await withContent(
      'lessons/first/lesson.json',
      lesson.replace('"type":"present"', '"type":"hologram"'),
    );
    await expect(verifyPack(file, reading)).rejects.toMatchObject({
      code: 'pack.app-too-old',
      facts: { kind: 'hologram', needed: '0.1.0' },
    });
  });

  it('is refused for a lesson naming files the pack has not [PKG8]', async () => {
    const lesson = packSource().files['lessons/first/lesson.json'] ?? '';
    const file = await withContent(
      'lessons/first/lesson.json',
      lesson.replace('audio/look.ogg', 'audio/other.ogg'),
    );
    await expect(verifyPack(file, reading)).rejects.toMatchObject({
      code: 'lesson.invalid',
      facts: { at: 'activities[0].items[0].prompt.audio' },
    });
  });

  it('is refused for a drawing with a script, though its publisher signed it [PKG8]', async () => {
    const file = await withContent(
      'pictures/ka.svg',
      plainDrawing().replace('<circle', '<script/><circle'),
    );
    await expect(verifyPack(file, reading)).rejects.toMatchObject({
      code: 'pack.manifest-invalid',
      facts: { problem: expect.stringContaining('pictures/ka.svg, line 1') },
    });
  });
});
