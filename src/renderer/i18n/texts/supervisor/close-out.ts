import type { Texts } from '../../text.ts';

const at = (context: string) => ({ context, screen: 'supervisor-close-out' });
const over = (context: string) => ({ context, screen: 'supervisor-close-out-over' });

/** Closing the lab: what is still on its way, and when the power can be cut. */
export const closeOutTexts = {
  close: {
    km: 'បិទបន្ទប់រៀន',
    en: 'Close the lab',
    ...at('Button over the room, and heading of the screen it opens'),
  },
  back: { km: 'ត្រឡប់ទៅបន្ទប់', en: 'Back to the room', ...at('Button: leaves that screen') },

  'verdict.on-the-way': {
    km: 'សូមរង់ចាំ៖ កំណត់ត្រា {count} កំពុងទៅម៉ាស៊ីនមេ',
    en: 'Wait: {count} {count|record is|records are} on the way to the hub',
    ...at('Large, over the seats'),
  },
  'means.on-the-way': {
    km: 'បើដាច់ភ្លើងឥឡូវ គ្មានអ្វីបាត់ទេ៖ វានៅលើថាសរបស់ម៉ាស៊ីន ហើយនឹងទៅដល់លើកក្រោយ។',
    en: 'If the power goes now nothing is lost: they are on the computers’ disks and come next time.',
    ...at('Under it'),
  },
  'verdict.all-here': {
    km: 'គ្រប់កំណត់ត្រានៅម៉ាស៊ីនមេហើយ។ កុំព្យូទ័រមិនទាន់បិទអស់ទេ',
    en: 'All records are at the hub. Not everything is off yet',
    ...at('Large, over the seats'),
  },
  'means.all-here': {
    km: 'បើដាច់ភ្លើងឥឡូវ គ្មានអ្វីបាត់ទេ។ សូមធ្វើជំហានបន្ទាប់។',
    en: 'If the power goes now nothing is lost. Go on with the next step.',
    ...at('Under it'),
  },
  'verdict.listening': {
    km: 'សូមរង់ចាំ៖ កំពុងស្ដាប់ {count} កន្លែង',
    en: 'Wait: still listening for {count} {count|seat|seats}',
    ...at('Large, over the seats, when it is too early to call silent seats off'),
  },
  'means.listening': {
    km: 'កន្លែងដែលបើក ប្រាប់ក្នុងកន្លះនាទី។ បើដាច់ភ្លើងឥឡូវ គ្មានអ្វីបាត់ទេ។',
    en: 'A seat that is on says so within half a minute. If the power goes now nothing is lost.',
    ...at('Under it'),
  },
  'verdict.safe': {
    km: 'អាចផ្ដាច់ភ្លើងបានហើយ',
    en: 'It is safe to cut the power',
    ...over('Large, over the seats, when all is off'),
  },
  'means.safe': {
    km: 'កំណត់ត្រាទាំងអស់ដែលបានទទួល នៅលើថាសរបស់ម៉ាស៊ីនមេ។ សូមរង់ចាំភ្លើងម៉ាស៊ីនមេរលត់ រួចបិទកុំព្យូទ័រនេះ។',
    en: 'All that was brought is on the hub’s disk. Wait until the hub’s lights are out, then switch this computer off too.',
    ...over('Under it'),
  },
  'verdict.without-hub': {
    km: 'អាចផ្ដាច់ភ្លើងបាន ទោះម៉ាស៊ីនមេមិនឆ្លើយ',
    en: 'It is safe to cut the power, though the hub was away',
    ...at('Large, over the seats, when they are off and the hub does not answer'),
  },
  'means.without-hub': {
    km: 'គ្មានអ្វីបាត់ទេ៖ អ្វីដែលមិនទាន់ទៅដល់ នៅលើថាសរបស់ម៉ាស៊ីន ហើយនឹងទៅលើកក្រោយ។ បើម៉ាស៊ីនមេបើក សូមបិទដោយប៊ូតុងរបស់វា។',
    en: 'Nothing is lost: what is not there yet is on the computers’ disks and comes next time. If the hub is on, use its own button.',
    ...at('Under it'),
  },
  missing: {
    km: 'មិនឮពី {count} កន្លែង។ អ្វីដែលនៅលើថាសវា នៅដដែល ហើយនឹងមកលើកក្រោយ។',
    en: '{count} {count|seat is|seats are} not heard of. What is on {count|its disk|their disks} stays there, and comes next time.',
    ...at('Beside the verdict, where seats are off or out of touch'),
  },

  steps: { km: 'ជំហាន', en: 'Steps', ...at('Panel: name of the list of steps') },
  done: { km: 'រួច', en: 'Done', ...at('On a step that is done, beside a tick') },
  'step.doors': {
    km: 'លែងទទួលអ្នកថ្មី',
    en: 'Nobody new sits down',
    ...at('First step'),
  },
  'do.doors': {
    km: 'លែងទទួល {count} កន្លែង',
    en: 'Close {count} {count|seat|seats}',
    ...at('Button of that step'),
  },
  'means.doors': {
    km: 'កន្លែងទំនេរបង្ហាញថាបន្ទប់កំពុងបិទ។ អ្នកដែលអង្គុយ រៀនបញ្ចប់បាន។',
    en: 'Free seats show that the lab closes. Whoever sits can finish.',
    ...at('Under that step'),
  },
  'step.sittings': { km: 'បញ្ចប់ការអង្គុយ', en: 'Sittings end', ...at('Second step') },
  'do.sittings': {
    km: 'បញ្ចប់ការអង្គុយ {count}',
    en: 'End {count} {count|sitting|sittings}',
    ...at('Button of that step, pressed twice'),
  },
  'means.sittings': {
    km: 'គេត្រូវចាកចេញ។ អ្វីដែលធ្វើរួច រក្សាទុក ហើយគេរៀនបន្តពីទីនោះលើកក្រោយ។',
    en: 'They are signed out. What was done is kept, and they go on there next time.',
    ...at('Before it is pressed again'),
  },
  'step.answers': {
    km: 'កំណត់ត្រាទៅម៉ាស៊ីនមេ',
    en: 'Records come to the hub',
    ...at('Third step'),
  },
  'left.answers': {
    km: 'នៅសល់ {count}',
    en: '{count} left',
    ...at('Under that step: records on their way'),
  },
  'away.answers': {
    km: 'ម៉ាស៊ីនមេមិនឆ្លើយ៖ វានៅលើថាសរបស់ម៉ាស៊ីន ហើយទៅលើកក្រោយ។',
    en: 'The hub is away: they stay on the computers’ disks and come next time.',
    ...at('Under that step, while the hub is away'),
  },
  'step.computers': { km: 'បិទកុំព្យូទ័រ', en: 'Computers go off', ...at('Fourth step') },
  'do.computers': {
    km: 'បិទកុំព្យូទ័រ {count}',
    en: 'Switch off {count} {count|computer|computers}',
    ...at('Button of that step, pressed twice'),
  },
  'means.computers': {
    km: 'អ្នកដែលនៅអង្គុយត្រូវចាកចេញ។ កុំព្យូទ័រនីមួយៗផ្ញើអ្វីដែលនៅសល់ រួចបិទ។',
    en: 'Whoever still sits is signed out. Each computer brings what is left, then goes off.',
    ...at('Before it is pressed again'),
  },
  'step.hub': { km: 'បិទម៉ាស៊ីនមេ', en: 'The hub goes off', ...at('Fifth step') },
  'do.hub': { km: 'បិទម៉ាស៊ីនមេ', en: 'Switch the hub off', ...at('Its button, pressed twice') },
  'means.hub': {
    km: 'អ្វីដែលបានទទួល នៅលើថាសរបស់វា។ វាបិទតាមលំដាប់។',
    en: 'What it was brought is on its disk. It goes off in order.',
    ...at('Before it is pressed again'),
  },
  'means.hub-despite': {
    km: '{count} កន្លែងនៅបើក។ កំណត់ត្រារបស់វានៅលើថាសវា ហើយមកលើកក្រោយ។',
    en: '{count} {count|seat is|seats are} still on. {count|Its|Their} records stay on the disk, and come next time.',
    ...at('As above, where seats are still on'),
  },
  'away.hub': {
    km: 'ម៉ាស៊ីនមេមិនឆ្លើយ។ បើវាបើក សូមបិទដោយប៊ូតុងរបស់វា៖ គ្មានអ្វីបាត់ទេ។',
    en: 'The hub is away. If it is on, use its own button: nothing is lost.',
    ...at('Under that step, while the hub is away'),
  },
  'going.hub': { km: 'កំពុងបិទ', en: 'Going off', ...at('Under that step') },
  'stays.hub': {
    km: 'ប្រព័ន្ធរបស់វាមិនអនុញ្ញាតឱ្យបិទពីទីនេះទេ។ សូមប្រើប៊ូតុងរបស់វា៖ គ្មានអ្វីបាត់ទេ។',
    en: 'Its system does not let it go off from here. Use its own button: nothing is lost.',
    ...at('Under that step, where it refused'),
  },
  'step.desk': { km: 'បិទកុំព្យូទ័រនេះ', en: 'This computer goes off', ...at('Sixth step') },
  'do.desk': {
    km: 'បិទកុំព្យូទ័រនេះ',
    en: 'Switch this computer off',
    ...over('Its button, pressed twice'),
  },
  'means.desk': {
    km: 'អ្នកចាកចេញ ហើយ Rean បិទ។ វាត្រូវបានកត់ត្រាជាមុន ហើយទៅម៉ាស៊ីនមេលើកក្រោយ។',
    en: 'You are signed out and Rean ends here. That is written down first, and goes to the hub next time.',
    ...over('Before it is pressed again'),
  },
  'means.desk-waits': {
    km: 'កំណត់ត្រា {count} របស់កុំព្យូទ័រនេះ នៅលើថាសវា ហើយទៅលើកក្រោយ។',
    en: '{count} {count|record|records} of this computer {count|stays|stay} on its disk and {count|goes|go} next time.',
    ...over('As above, where it has records that are not at the hub'),
  },
  'going.desk': { km: 'កំពុងបិទ', en: 'Going off', ...over('Under that step') },
  'stays.desk': {
    km: 'ប្រព័ន្ធរបស់វាមិនអនុញ្ញាតទេ។ សូមបិទដោយប៊ូតុងរបស់វា៖ គ្មានអ្វីបាត់ទេ។',
    en: 'Its system does not let it go off from here. Use its own button: nothing is lost.',
    ...over('Under that step, where it refused'),
  },
  stop: {
    km: 'ឈប់បិទ ទទួលអ្នករៀនវិញ',
    en: 'Stop closing, take learners again',
    ...at('Button: free seats can be used again'),
  },

  'state.open': { km: 'បើកសម្រាប់អ្នករៀន', en: 'Open to learners', ...at('On a seat') },
  'state.taken': { km: 'នៅមានអ្នកអង្គុយ', en: 'Somebody sits there', ...at('On a seat') },
  'state.bringing': { km: 'កំពុងផ្ញើ', en: 'Bringing its records', ...at('On a seat') },
  'state.ready': { km: 'អាចបិទបាន', en: 'Ready to go off', ...at('On a seat') },
  'state.going': { km: 'កំពុងបិទ', en: 'Going off', ...at('On a seat') },
  'state.off': { km: 'បានបិទ', en: 'Off', ...at('On a seat') },
  'state.awaited': { km: 'កំពុងស្ដាប់', en: 'Listening for it', ...at('On a seat') },
  'state.missing': { km: 'មិនឮដំណឹង', en: 'Not heard of', ...at('On a seat') },
  'seat.unseen': {
    km: 'អ្នកដែលមិនមែនអ្នកមើលថែ',
    en: 'Not in your care',
    ...at('On a seat where somebody out of the officer’s reach sits'),
  },
  'seat.saved': { km: 'គ្រប់យ៉ាងនៅម៉ាស៊ីនមេ', en: 'All is at the hub', ...at('On a seat') },
  'seat.waiting': {
    km: 'មិនទាន់ទៅដល់ {count}',
    en: '{count} not at the hub yet',
    ...at('On a seat: records that no receipt covers'),
  },
  'seat.kept': {
    km: 'មាន {count} នៅលើថាសវា មកលើកក្រោយ',
    en: 'On its disk, for next time: {count}',
    ...at('On a seat that is not heard of: what the hub knew last'),
  },
  'seat.receipt': {
    km: 'ទទួលបាន {ago}',
    en: 'Last receipt {ago}',
    ...at('On a seat: the age of the last receipt'),
  },
  'seat.heard': { km: 'ឮចុងក្រោយ {ago}', en: 'Last heard {ago}', ...at('On a seat not heard of') },
  here: { km: 'កុំព្យូទ័រនេះ', en: 'This computer', ...at('The officer’s own computer') },
  hub: { km: 'ម៉ាស៊ីនមេ', en: 'The hub', ...at('The hub’s own card') },
  'hub.here': { km: 'ដំណើរការ', en: 'Works', ...at('On the hub’s card') },
  'hub.away': { km: 'មិនឆ្លើយ', en: 'Away', ...at('On the hub’s card') },
  'hub.going': { km: 'កំពុងបិទ', en: 'Going off', ...at('On the hub’s card') },
  'hub.off': { km: 'បានបិទ', en: 'Off', ...at('On the hub’s card') },
} as const satisfies Texts;
