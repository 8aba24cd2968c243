import type { Texts } from '../../text.ts';

const on = (context: string) => ({ context, screen: 'self-test' });
const slip = (context: string) => ({ context, screen: 'self-test-slip' });

/** What a PC tests of itself at its first start: for the technician who stands there. */
export const kioskSelfTestTexts = {
  'test.title': {
    km: 'កុំព្យូទ័រនេះកំពុងសាកល្បងខ្លួនឯង',
    en: 'This computer is testing itself',
    ...on('Heading, at the first start of a PC'),
  },
  'test.waits': {
    km: 'សូមរង់ចាំបន្តិច។',
    en: 'Wait a moment.',
    ...on('While nothing is asked of the person'),
  },
  'test.sound.ask': {
    km: 'តើអ្នកឮសំឡេងទេ?',
    en: 'Do you hear the tone?',
    ...on('A tone is played; two buttons follow'),
  },
  'test.sound.yes': { km: 'ឮ', en: 'I hear it', ...on('Button: the tone is heard') },
  'test.sound.no': { km: 'មិនឮ', en: 'I hear nothing', ...on('Button: the tone is not heard') },
  'test.keys.ask': {
    km: 'សូមចុចគ្រាប់ចុចទាំងនេះ ម្ដងមួយៗ',
    en: 'Press each of these keys',
    ...on('Over pictures of eight keys, which fill as they are pressed'),
  },
  'test.keys.no': {
    km: 'មានគ្រាប់ចុចមិនដំណើរការ',
    en: 'A key does not work',
    ...on('Button: ends the question for keys'),
  },
  'test.left': {
    km: 'នៅ {count} វិនាទី',
    en: '{count} s left',
    ...on('How long the question waits for an answer'),
  },
  'test.lock': { km: 'ការចាក់សោអេក្រង់', en: 'Screen lock', ...on('A check') },
  'test.escapes': {
    km: 'ផ្លូវចេញក្រៅ',
    en: 'Ways out',
    ...on('A check: attempts to get out of the window'),
  },
  'test.khmer': {
    km: 'អក្សរខ្មែរ',
    en: 'Khmer letters',
    ...on('A check: Khmer is drawn as it should be'),
  },
  'test.sound': { km: 'សំឡេង', en: 'Sound', ...on('A check') },
  'test.keyboard': { km: 'ក្ដារចុច', en: 'Keyboard', ...on('A check') },
  'test.disk': { km: 'ថាស', en: 'Disk', ...on('A check') },
  'test.flush': {
    km: 'ថាសរក្សាទុកមែន',
    en: 'Disk keeps its word',
    ...on('A check: what is flushed is really on the disk'),
  },
  'test.memory': { km: 'អង្គចងចាំ', en: 'Memory', ...on('A check') },
  'test.clock': { km: 'នាឡិកា', en: 'Clock', ...on('A check') },
  'test.packs': { km: 'កញ្ចប់មេរៀន', en: 'Lesson packs', ...on('A check: checksums of packs') },
  'test.hub': { km: 'ម៉ាស៊ីនមេ', en: 'Hub', ...on('A check: the certificate of the hub') },
  'test.is.running': { km: 'កំពុងសាកល្បង', en: 'Testing', ...on('State of a check') },
  'test.is.pass': { km: 'ល្អ', en: 'Good', ...slip('State of a check') },
  'test.is.fail': { km: 'មិនល្អ', en: 'Not good', ...slip('State of a check') },
  'test.is.not-possible': {
    km: 'សាកមិនបាននៅទីនេះ',
    en: 'Not possible here',
    ...slip('State of a check'),
  },
  'test.is.not-tested': {
    km: 'មិនបានសាក',
    en: 'Not tested',
    ...slip('State of a check: nobody answered'),
  },
  'test.slip.good': {
    km: 'កុំព្យូទ័រនេះប្រើបាន',
    en: 'This computer is ready',
    ...slip('Heading of the slip: no check failed'),
  },
  'test.slip.bad': {
    km: 'មានរឿងត្រូវជួសជុល',
    en: 'Something needs repair',
    ...slip('Heading of the slip: a check failed'),
  },
  'test.slip.code': {
    km: 'លេខកូដនៃលទ្ធផល',
    en: 'Code of this result',
    ...slip('Over the code, which the supervisor screen shows too'),
  },
  'test.slip.write': {
    km: 'សូមសរសេរវាទុក។ វាបង្ហាញនៅអេក្រង់អ្នកគ្រប់គ្រងដែរ។',
    en: 'Write it down. The supervisor’s screen shows it, too.',
    ...slip('Under the code'),
  },
  'test.slip.done': { km: 'រួចរាល់', en: 'Done', ...slip('Button: leads to sign-in') },
  'test.slip.again': { km: 'សាកល្បងម្ដងទៀត', en: 'Test again', ...slip('Button') },
  'test.do.none': {
    km: 'ចុចលើចំណុចមួយ ដើម្បីដឹងថាត្រូវធ្វើអ្វី។',
    en: 'Touch a check to see what to do.',
    ...slip('Where the advice for a check will stand'),
  },
  'test.do.pass': {
    km: 'គ្មានអ្វីត្រូវធ្វើទេ។',
    en: 'Nothing to do.',
    ...slip('Advice: the check is good'),
  },
  'test.do.not-tested': {
    km: 'គ្មាននរណាឆ្លើយទេ។ សូមសាកល្បងម្ដងទៀត ហើយឆ្លើយ។',
    en: 'Nobody answered. Test again, and answer.',
    ...slip('Advice: sound or keyboard was not tested'),
  },
  'test.do.not-possible': {
    km: 'កុំព្យូទ័រនេះមិនប្រាប់អំពីចំណុចនេះទេ ឬមិនទាន់មានអ្វីត្រូវមើល។ សាកម្ដងទៀត ពេលម៉ាស៊ីនមេ និងកញ្ចប់មកដល់។',
    en: 'This computer does not say, or there is nothing to look at yet. Test again once the hub and the packs are there.',
    ...slip('Advice: the check was not possible'),
  },
  'test.do.lock': {
    km: 'កុំឱ្យអ្នករៀនប្រើ។ បើកឡើងវិញ; បើនៅតែដដែល ដំឡើងវាជាថ្មី។',
    en: 'Let nobody sit here. Restart it; if it stays so, install it anew.',
    ...slip('Advice: a step of the screen lock does not hold'),
  },
  'test.do.escapes': {
    km: 'កុំឱ្យអ្នករៀនប្រើ។ សូមមើលកំណត់ហេតុ ហើយប្រាប់អ្នកបង្កើត Rean។',
    en: 'Let nobody sit here. Look at the log, and tell the makers of Rean.',
    ...slip('Advice: an attempt got out of the window'),
  },
  'test.do.khmer': {
    km: 'អក្សរខ្មែរបង្ហាញខុស។ សូមដំឡើងកុំព្យូទ័រនេះជាថ្មី។',
    en: 'Khmer is drawn wrongly. Install this computer anew.',
    ...slip('Advice'),
  },
  'test.do.sound': {
    km: 'សូមមើលកាស ឬឧបករណ៍បំពងសំឡេង ខ្សែ និងកម្រិតសំឡេង។ បើគ្មានកាតសំឡេង សូមដាក់មួយ។',
    en: 'Look at headphones or speakers, the plug and the volume. If it has no sound card, put one in.',
    ...slip('Advice'),
  },
  'test.do.keyboard': {
    km: 'សូមដោតក្ដារចុចម្ដងទៀត ឬប្ដូរវា។',
    en: 'Plug the keyboard in again, or take another.',
    ...slip('Advice'),
  },
  'test.do.disk': {
    km: 'ថាសនេះជិតពេញ ឬកំពុងខូច។ សូមប្ដូរវា មុនពេលអ្នករៀនប្រើ។',
    en: 'The disk is nearly full, or is failing. Replace it before anybody learns here.',
    ...slip('Advice'),
  },
  'test.do.flush': {
    km: 'ថាសនេះប្រាប់ថារក្សាទុក មុនពេលវារក្សាទុក។ ពេលដាច់ភ្លើង អាចបាត់ចម្លើយ។ សូមប្ដូរវា ឬប្រើ UPS។',
    en: 'It says “kept” before it is. A power cut may lose answers. Replace the disk, or use a UPS.',
    ...slip('Advice: flushing does not reach the disk'),
  },
  'test.do.memory': {
    km: 'អង្គចងចាំតិចពេក។ ត្រូវការយ៉ាងតិច ២ GB។',
    en: 'Too little memory. It needs 2 GB at least.',
    ...slip('Advice'),
  },
  'test.do.clock': {
    km: 'នាឡិកាខុស។ សូមកំណត់វានៅក្នុង BIOS ហើយប្ដូរថ្មនៃ mainboard។ មេរៀននៅតែដំណើរការ។',
    en: 'The clock is wrong. Set it in the BIOS, and replace the board’s battery. Lessons go on.',
    ...slip('Advice'),
  },
  'test.do.packs': {
    km: 'កញ្ចប់មួយខូចនៅលើថាស។ សូមបើកកុំព្យូទ័រឡើងវិញ ដើម្បីទាញយកម្ដងទៀត; បើកើតទៀត សូមប្ដូរថាស។',
    en: 'A pack is damaged on the disk. Restart to fetch it again; if it comes back, replace the disk.',
    ...slip('Advice'),
  },
  'test.do.hub': {
    km: 'ម៉ាស៊ីនដែលឆ្លើយ មិនមែនជាម៉ាស៊ីនមេនៃទីតាំងនេះ ឬបដិសេធ។ សូមប្រាប់អ្នកគ្រប់គ្រងទីតាំង។',
    en: 'What answers is not this site’s hub, or it refuses. Tell the site manager.',
    ...slip('Advice'),
  },
} as const satisfies Texts;
