import type { Texts } from '../../text.ts';

const at = (context: string) => ({ context, screen: 'supervisor-my-passphrase' });

/** A new passphrase: one's own, or the first of somebody appointed. */
export const passphraseTexts = {
  open: { km: 'ឃ្លាសម្ងាត់', en: 'Passphrase', ...at('Button at the foot of the rail') },
  title: { km: 'ឃ្លាសម្ងាត់របស់ខ្ញុំ', en: 'My passphrase', ...at('Heading') },
  about: {
    km: 'មានតែអ្នកទេដែលអាចប្ដូរវា។ បន្ទាប់មក អ្នកចូលម្ដងទៀតដោយឃ្លាថ្មី។',
    en: 'Only you can change it. After that you sign in again with the new one.',
    ...at('Under the heading'),
  },
  current: { km: 'ឃ្លាសម្ងាត់ឥឡូវនេះ', en: 'The passphrase of now', ...at('Field') },
  new: { km: 'ឃ្លាសម្ងាត់ថ្មី', en: 'New passphrase', ...at('Field') },
  again: { km: 'វាយឃ្លាថ្មីម្ដងទៀត', en: 'The new one once more', ...at('Field') },
  rule: {
    km: 'យ៉ាងតិច {characters} តួអក្សរ៖ ដូចជាពាក្យបួនប្រាំដែលមិនទាក់ទងគ្នា។',
    en: 'At least {characters} characters: four or five words that don’t belong together, say.',
    ...at('Under the field'),
  },
  'fault.too-short': {
    km: 'ខ្លីពេក៖ យ៉ាងតិច {characters} តួអក្សរ និង {different} តួខុសគ្នា។',
    en: 'Too short: at least {characters} characters, {different} of them different.',
    ...at('Under the field, while it may not be one'),
  },
  'fault.too-plain': {
    km: 'ដូចគ្នាពេក៖ យ៉ាងតិច {different} តួខុសគ្នា ក្នុង {characters} តួ។',
    en: 'Too plain: at least {different} different ones among {characters} characters.',
    ...at('As above'),
  },
  'fault.known': {
    km: 'នេះជាឈ្មោះ ឬពាក្យដែលគេទាយមុនគេ។ សូមប្រើ {characters} តួអក្សរឡើងទៅ ដោយមាន {different} តួខុសគ្នា ពីពាក្យផ្សេង។',
    en: 'A name, or a word that is tried first. Take other words: {characters} characters, {different} different.',
    ...at('As above'),
  },
  unlike: { km: 'ទាំងពីរមិនដូចគ្នាទេ។', en: 'The two are not the same.', ...at('Under the field') },
  save: { km: 'ប្ដូរ', en: 'Change it', ...at('The one button that leads on') },
  saving: { km: 'កំពុងប្ដូរ', en: 'Changing', ...at('The same button meanwhile') },
  done: {
    km: 'ប្ដូររួចហើយ។ ក្នុងរយៈពេលកន្លះនាទី អ្នកនឹងចាកចេញដោយស្វ័យប្រវត្តិ រួចសូមចូលដោយឃ្លាថ្មី។',
    en: 'It is changed. Within half a minute you are signed out by itself; then sign in with the new one.',
    ...at('After it was changed'),
  },
} as const satisfies Texts;
