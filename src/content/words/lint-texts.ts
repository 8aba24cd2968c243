import type { SentenceTexts } from '../../shared/words/sentence.ts';

const context =
  'rean pack lint, in a terminal: something about a pack that its author should look at';
const part = 'rean pack lint, in a terminal: part of another sentence';

/** What `rean pack lint` finds. */
export const lintTexts = {
  problem: { km: '{problem} ({fix})។', en: '{problem} ({fix}).', context },
  unrecorded: {
    km: 'មិនទាន់ថតសំឡេង ({language})៖ {text}',
    en: 'Not recorded yet ({language}): {text}',
    context,
  },
  'no-english': { km: 'មិនទាន់មានភាសាអង់គ្លេស៖ {text}', en: 'No English yet: {text}', context },
  unused: {
    km: 'គ្មានអ្វីប្រើឯកសារនេះទេ ដូច្នេះវាមិនចូលក្នុងកញ្ចប់។',
    en: 'Nothing names it; it stays out of the pack.',
    context,
  },
  'unused.convert': {
    km: 'កញ្ចប់មិនអាចមានឯកសារប្រភេទនេះទេ។ រក្សាទុកវាជា {kinds} ហើយប្រើឯកសារថ្មីជំនួស។',
    en: 'A pack holds no such file. Save it as {kinds}, and use that instead.',
    context,
  },
  licence: {
    km: 'មិនប្រាប់ថាចែកក្រោមអាជ្ញាបណ្ណអ្វីទេ។',
    en: 'It does not say under which licence it is given.',
    context,
  },
  publisher: { km: 'មិនប្រាប់ថាអ្នកណាធ្វើទេ។', en: 'It does not say who publishes it.', context },
  'no-khmer': {
    km: '{what}៖ «{text}» មិនមែនជាភាសាខ្មែរទេ។',
    en: '{what}: “{text}” is not Khmer.',
    context,
  },
  'no-captions': { km: '{what} គ្មានអក្សររត់ទេ។', en: '{what} has no captions.', context },
  'film.captions': { km: 'វីដេអូមួយគ្មានអក្សររត់ទេ។', en: 'A film has no captions.', context },
  'words.form': { km: 'សរសេរ «{text}»។', en: 'Write “{text}”.', context },
  'words.mixed': {
    km: '«{text}» លាយអក្សរពីរប្រភេទក្នុងពាក្យមួយ។ វាយវាម្ដងទៀត។',
    en: '“{text}” mixes letters of two scripts. Type it again.',
    context,
  },
  'words.hidden': {
    km: 'ដក {code} ចេញ ដែលគ្មានអ្នកណាឃើញ។',
    en: 'Take out {code}, which nobody sees.',
    context,
  },
  skill: {
    km: 'លំហាត់ {item}៖ គ្មានវគ្គណាមានជំនាញ {skill} ទេ។ មាន៖ {known}។',
    en: 'Item {item}: no course has the skill {skill}; there are {known}.',
    context,
  },
  'size.picture': {
    km: 'រូបមានទំហំ {size} MiB៖ បង្រួមវាឱ្យតូចជាង 1 MiB។ រូបទទឹង 1366 ចំណុចគ្រប់គ្រាន់ហើយ។',
    en: 'The picture takes {size} MiB: make it smaller than 1 MiB. It needs no more than 1366 dots across.',
    context,
  },
  'size.recording': {
    km: 'សំឡេងថតមានទំហំ {size} MiB៖ រក្សាទុកវាជា Opus។',
    en: 'The recording takes {size} MiB: save it as Opus.',
    context,
  },
  'zim.faulty': { km: 'ឯកសារ ZIM ខូច៖ {what}។', en: 'The archive is faulty: {what}.', context },
  'zim.licence': {
    km: 'ឯកសារ ZIM មិនប្រាប់ថាទំព័រចែកក្រោមអាជ្ញាបណ្ណអ្វីទេ។',
    en: 'The archive does not say under which licence its pages are given.',
    context,
  },
  'zim.language': {
    km: 'ឯកសារ ZIM ជាភាសា {languages} មិនមែនខ្មែរ ឬអង់គ្លេសទេ។',
    en: 'The archive is in {languages}, neither in Khmer nor in English.',
    context,
  },
  'zim.no-language': { km: 'ដែលវាមិនប្រាប់', en: 'no language it names', context: part },
  'zim.size': {
    km: 'ឯកសារ ZIM យកទំហំ {size} GiB នៅគ្រប់កុំព្យូទ័រ។',
    en: 'The archive takes {size} GiB on every PC.',
    context,
  },
  'zim.search': {
    km: 'រកពាក្យក្នុងទំព័រមិនបានទេ៖ គ្មាន {path}។ នាំចូលឯកសារ ZIM ម្ដងទៀត។',
    en: 'Words in its pages can’t be found: {path} is not there. Import the archive again.',
    context,
  },
  'course.unplayable': { km: 'បើកមិនបានទេ៖ {what}។', en: 'It can’t be played: {what}.', context },
  'course.outside': {
    km: '{name} បើក {address} ដែលនៅក្រៅកញ្ចប់។',
    en: '{name} opens {address}, outside its package.',
    context,
  },
  'course.missing': {
    km: '{name} បើក {address} ដែលគ្មាន។',
    en: '{name} opens {address}, which is not there.',
    context,
  },
  'format.unplayable': {
    km: 'ឯកសារ {format} បង្ហាញនៅទីនេះមិនបានទេ៖ ប្ដូរវាជា MP4 (H.264) ឬ WebM។',
    en: 'A {format} can’t be shown here: convert it to MP4 (H.264) or WebM.',
    context,
  },
  'address.asked': {
    km: 'វាហៅ {address} ពីអ៊ីនធឺណិត ដែលគ្មាននៅទីនេះ។ ដាក់ឯកសារក្នុងកញ្ចប់ ហើយហៅពីទីនោះ។',
    en: 'It asks the network for {address}, which never comes. Put the file into the pack and name it from there.',
    context,
  },
  'address.named': {
    km: 'ស្គ្រីបមាន {address} ដែលទៅមិនដល់។ មើលថាវាត្រូវការឬទេ។',
    en: 'The script names {address}, which can’t be reached. Look whether it needs it.',
    context,
  },
  'address.link': {
    km: 'តំណទៅ {address} ដែលទៅមិនដល់។ ដកវាចេញ ឬសរសេរជាពាក្យ។',
    en: 'A link leads to {address}, which can’t be reached. Take it away, or say so in words.',
    context,
  },
  'address.form': {
    km: 'សំណុំបែបបទផ្ញើទៅ {address} ដែលទៅមិនដល់។',
    en: 'A form is sent to {address}, which can’t be reached.',
    context,
  },
  'file.missing': {
    km: 'វាហៅ {address} ដែលគ្មាន។',
    en: 'It names {address}, which is not there.',
    context,
  },
  'picture.words': {
    km: 'រូប {address} គ្មានពាក្យ (alt) សម្រាប់អ្នកមើលមិនឃើញ។',
    en: 'The picture {address} has no words (alt) for who can’t see it.',
    context,
  },
  'plug-in': {
    km: 'វាត្រូវការកម្មវិធីជំនួយ ({what}) ដែលលែងមាននៅក្នុងកម្មវិធីរុករកណាទៀត។',
    en: 'It needs a plug-in ({what}), which no browser has any more.',
    context,
  },
  unable: {
    km: 'វាប្រើ{what} ដែលមិនដំណើរការក្នុងកញ្ចប់។',
    en: 'It uses {what}, which do not work in a pack.',
    context,
  },
  'unable.worker': { km: 'កម្មវិធីផ្ទៃក្រោយ (service worker)', en: 'service workers', context: part },
  'unable.window': {
    km: 'វីនដូដែលបើកដោយខ្លួនឯង',
    en: 'windows that open by themselves',
    context: part,
  },
  'unable.dialog': {
    km: 'ប្រអប់សួររបស់កម្មវិធីរុករក',
    en: 'dialogs of the browser',
    context: part,
  },
  'unable.device': {
    km: 'ទីតាំង កាមេរ៉ា និងមីក្រូហ្វូន',
    en: 'place, camera and microphone',
    context: part,
  },
} as const satisfies SentenceTexts;
