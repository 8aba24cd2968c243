import type { Texts } from '../../text.ts';

/** Records on their way, at Site. */
export const siteWorkTexts = {
  'work.title': {
    km: 'ការងារកំពុងធ្វើដំណើរ',
    en: 'Work on its way',
    context: 'Heading: records not yet everywhere they belong',
    screen: 'supervisor-site',
  },
  'work.waiting': {
    km: 'រង់ចាំផ្ញើពីទីនេះ',
    en: 'Waiting here',
    context: 'Row: records of this window no receipt covers',
    screen: 'supervisor-site',
  },
  'work.waiting.none': {
    km: 'ម៉ាស៊ីនមេបានទទួលអស់ហើយ។',
    en: 'The hub holds all of them.',
    context: 'Sentence of that row, none waiting',
    screen: 'supervisor-site',
  },
  'work.waiting.some': {
    km: 'រក្សាទុកនៅទីនេះ ហើយនឹងទៅដោយខ្លួនឯង។',
    en: 'Kept here; they go by themselves.',
    context: 'Sentence of that row, some waiting',
    screen: 'supervisor-site-away',
  },
  'work.copied': {
    km: 'មានច្បាប់ចម្លងនៅគ្រឿងផ្សេង',
    en: 'Of these, also at another station',
    context: 'Row while the hub is away: records waiting here that another station holds a copy of',
    screen: 'supervisor-site-together',
  },
  'work.copied.none': {
    km: 'មានតែនៅគ្រឿងនេះ។',
    en: 'They are here alone.',
    context: 'Sentence of that row, none',
    screen: 'supervisor-site-away',
  },
  'work.copied.some': {
    km: 'ច្បាប់ចម្លងមិនមែនបានរក្សាទុកទេ៖ មានតែម៉ាស៊ីនមេទើបរក្សាទុក។',
    en: 'A copy is not yet saved: only the hub saves.',
    context: 'Sentence of that row, some',
    screen: 'supervisor-site-together',
  },
  'work.unfolded': {
    km: 'មិនទាន់គណនា',
    en: 'Not yet counted',
    context: 'Row: records at the hub not yet in anybody’s progress',
    screen: 'supervisor-site',
  },
  'work.unfolded.none': {
    km: 'ដំណើររបស់អ្នករៀន បង្ហាញអ្វីៗទាំងអស់។',
    en: 'Everybody’s progress shows all there is.',
    context: 'Sentence of that row, none',
    screen: 'supervisor-site',
  },
  'work.unfolded.some': {
    km: 'នៅម៉ាស៊ីនមេហើយ នឹងបូកបញ្ចូលក្នុងពេលបន្តិចទៀត។',
    en: 'At the hub already; added to people’s progress in a moment.',
    context: 'Sentence of that row, some',
    screen: 'supervisor-site-quarantine',
  },
  'work.unfolded.held-up': {
    km: 'នៅម៉ាស៊ីនមេហើយ។ នឹងរាប់បញ្ចូល ពេលបញ្ហាខាងក្រោមដោះស្រាយរួច។',
    en: 'At the hub already. They count once what is told below is put right.',
    context: 'Sentence of that row, some, while records are missing or learners can’t be counted',
    screen: 'supervisor-site',
  },
  'work.missing': {
    km: 'មិនទាន់មកដល់',
    en: 'Not brought by anybody',
    context: 'Row: records that no station has brought though later ones of theirs are at the hub',
    screen: 'supervisor-site',
  },
  'work.missing.none': {
    km: 'គ្មានកំណត់ត្រាណាខ្វះទេ។',
    en: 'No record is missing.',
    context: 'Sentence of that row, none',
    screen: 'supervisor-site',
  },
  'work.missing.some': {
    km: 'កំណត់ត្រាក្រោយៗមកដល់ហើយ តែរង់ចាំទាំងនេះ ទើបរាប់បញ្ចូល។ សូមបើកកុំព្យូទ័រទាំងអស់ ហើយរង់ចាំ។ បើនៅតែខ្វះ សូមប្រាប់អ្នកបច្ចេកទេស៖ «rean\u00a0hub\u00a0lost» នៅម៉ាស៊ីនមេ បង្ហាញវា។',
    en: 'Later ones are here and wait for these before they count. Switch every computer on and wait. If some stay missing, tell a technician: ‘rean\u00a0hub\u00a0lost’ at the hub lists them.',
    context: 'Sentence of that row, some',
    screen: 'supervisor-site',
  },
  'work.stuck': {
    km: 'អ្នករៀនដែលមិនទាន់គណនាបាន',
    en: 'Learners who can’t be counted',
    context: 'Row: learners whose records are at the hub, which can’t work out their progress',
    screen: 'supervisor-site',
  },
  'work.stuck.none': {
    km: 'គណនាបានសម្រាប់អ្នករៀនទាំងអស់។',
    en: 'Everybody can be counted.',
    context: 'Sentence of that row, none',
    screen: 'supervisor-site',
  },
  'work.stuck.some': {
    km: 'កំណត់ត្រារបស់គាត់នៅម៉ាស៊ីនមេ តែម៉ាស៊ីនមេអានខ្លះមិនបាន ដូច្នេះដំណើររបស់គាត់នៅដដែល។ សូមប្រាប់អ្នកបច្ចេកទេស៖ សូមបិទបើកម៉ាស៊ីនមេម្ដង ហើយមើល «rean\u00a0hub\u00a0status»។',
    en: 'Their records are at the hub, but it can’t read some of them, so their progress stands still. Tell a technician: restart the hub once, and look at ‘rean\u00a0hub\u00a0status’.',
    context: 'Sentence of that row, some',
    screen: 'supervisor-site',
  },
  'work.quarantined': {
    km: 'ទុកដោយឡែក',
    en: 'Set apart',
    context: 'Row: records the hub holds in quarantine',
    screen: 'supervisor-site',
  },
  'work.quarantined.none': {
    km: 'គ្មានកំណត់ត្រាគួរឱ្យសង្ស័យទេ។',
    en: 'No record is in doubt.',
    context: 'Sentence of that row, none',
    screen: 'supervisor-site',
  },
  'work.quarantined.some': {
    km: 'ម៉ាស៊ីនមេរក្សាទុកវា តែមិនរាប់បញ្ចូល ព្រោះមានអ្វីមួយមិនត្រឹមត្រូវ។ គ្មានអ្វីបាត់ទេ។ មន្ត្រី ឬប្រធានមជ្ឈមណ្ឌល អាចសម្រេច។',
    en: 'The hub keeps them but counts none of them: something about them is not as it should be. Nothing is lost. An officer or the site manager can decide.',
    context: 'Sentence of that row, some',
    screen: 'supervisor-site-quarantine',
  },
  'work.quarantined.look': {
    km: 'មើល',
    en: 'Look at them',
    context: 'Button of that row: opens the list of records set apart',
    screen: 'supervisor-site-quarantine',
  },
  'work.unknown': {
    km: 'ម៉ាស៊ីនមេមិនឆ្លើយ ដូច្នេះមិនទាន់ដឹងទេ។',
    en: 'The hub does not answer, so it is not known.',
    context: 'Sentence of a row the hub would have to tell',
    screen: 'supervisor-site-away',
  },
} as const satisfies Texts;
