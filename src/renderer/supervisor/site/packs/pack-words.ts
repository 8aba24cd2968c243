import type { PackTrouble } from '../../../../shared/contracts/pack-api.ts';
import type { Language } from '../../../../shared/ids.ts';
import { sayBytes } from '../../../i18n/bytes.ts';
import { createSay } from '../../../i18n/text.ts';
import { packsTexts } from '../../../i18n/texts/supervisor/packs.ts';

/** Why a version does not come to a station, in a sentence. */
export function troubleWords({ code, facts }: PackTrouble, language: Language): string {
  const say = createSay(packsTexts, language);
  const fact = (name: string) => String(facts[name] ?? '');
  switch (code) {
    case 'hub.refused':
    case 'hub.certificate-mismatch':
      return say('trouble.refused');
    case 'hub.protocol':
      return say('trouble.version');
    case 'store.full': {
      const { neededBytes, freeBytes } = facts;
      if (typeof neededBytes !== 'number' || typeof freeBytes !== 'number') {
        return say('trouble.disk');
      }
      const needed = sayBytes(neededBytes, language);
      return say('trouble.full', { needed, free: sayBytes(freeBytes, language) });
    }
    case 'pack.untrusted-key':
      return say('trouble.key');
    case 'pack.key-revoked':
      return say('trouble.revoked', { reason: fact('reason') });
    case 'pack.requirement-missing':
      return say('trouble.requires', { missing: fact('missing') });
    case 'pack.app-too-old':
      return say('trouble.app', { needed: fact('needed') });
    case 'pack.checksum-mismatch':
    case 'pack.signature-invalid':
    case 'pack.manifest-invalid':
      return say('trouble.damaged');
    case 'pack.not-installed':
      return say('trouble.absent');
    case 'pack.file-missing':
    case 'pack.too-large':
    case 'pack.unsafe-path':
    case 'pack.archive-invalid':
    case 'lesson.invalid':
      return say('trouble.content');
    case 'pack.rollback':
      return say('trouble.taken');
    case 'pack.base-missing':
      return say('trouble.base', { base: fact('base') });
    case 'config.invalid':
      return say('trouble.keys');
    case 'store.in-use':
      return say('trouble.busy');
    default:
      if (code.startsWith('hub.')) return say('trouble.line');
      if (code.startsWith('store.')) return say('trouble.store');
      return say('trouble.other', { code });
  }
}
