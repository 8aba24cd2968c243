import type { NoticeView } from '../../../../shared/contracts/ipc/status-views.ts';
import { diskNotices } from './disk-notices.ts';
import type { Text, Texts } from '../../text.ts';

/** A notice: what happened, what it means for the work, what to do. */
export interface NoticeTexts extends Texts {
  readonly what: Text;
  readonly work: Text;
  readonly next: Text;
}

export type Sentence = readonly [km: string, en: string];

function notice(context: string, what: Sentence, work: Sentence, next: Sentence): NoticeTexts {
  const say = ([km, en]: Sentence): Text => ({
    km,
    en,
    context,
    screen: 'supervisor-site-notices',
  });
  return { what: say(what), work: say(work), next: say(next) };
}

export const noticeTexts = {
  'store-set-aside': notice(
    'A database would not open; it was kept under another name and a new one begun',
    ['កន្លែងរក្សាទុកមួយបើកមិនបាន ហើយត្រូវទុកដោយឡែក', 'A store would not open and was set aside'],
    [
      'Rean បានបង្កើតថ្មី ហើយទាញទិន្នន័យពីម៉ាស៊ីនមេវិញ។ ថតចាស់នៅរក្សាទុក។',
      'Rean made a new one and fetches it from the hub again. The old folder is kept.',
    ],
    ['អ្នកបច្ចេកទេស៖ កុំលុបថតនេះ សូមពិនិត្យថាស។', 'Technician: do not delete the folder; check the disk.'],
  ),
  'store-full': notice(
    'The disk is full',
    ['ថាសនៃកុំព្យូទ័រនេះពេញហើយ', 'The disk of this computer is full'],
    [
      'អ្វីដែលបានរក្សាទុករួច មិនបាត់ទេ តែកំណត់ត្រាថ្មីមិនអាចរក្សាទុកនៅទីនេះបាន។',
      'What was kept is not lost, but nothing new can be kept here.',
    ],
    [
      'អ្នកបច្ចេកទេស៖ សូមធ្វើឱ្យមានកន្លែងទំនេរលើថាស។ Rean នឹងដើរបន្តដោយខ្លួនឯង។',
      'Technician: make room on the disk. Rean goes on by itself.',
    ],
  ),
  'hub-refused': notice(
    'The hub refuses this station’s credentials',
    ['ម៉ាស៊ីនមេមិនទទួលកុំព្យូទ័រនេះទេ', 'The hub does not accept this computer'],
    ['ការងារនៅទីនេះរក្សាទុក តែមិនអាចទៅដល់ម៉ាស៊ីនមេបាន។', 'Work here is kept, but can’t go to the hub.'],
    [
      'អ្នកបច្ចេកទេស៖ បើម៉ាស៊ីនមេទើបត្រូវបានស្ដារឡើងវិញ សូមបើកស្ថានីយ៍ទាំងអស់ ហើយរង់ចាំមួយនាទី។ បើថាសរបស់វាជាច្បាប់ចម្លង ហើយមួយទៀតត្រូវបានជ្រើសរើស សូមប្រើ rean station set-aside នៅទីនេះ ហើយចុះឈ្មោះជាថ្មី។ បើមិនដូច្នេះទេ សូមប្រើ rean site renew-station នៅម៉ាស៊ីនមេ។',
      'Technician: if the hub was just restored, switch every station on and wait a minute. If its disk is a copy and the other PC was chosen, use rean station set-aside here and enrol it anew. Else use rean site renew-station at the hub.',
    ],
  ),
  'hub-forked': notice(
    'The hub’s journal lacks an entry the hub itself confirmed: it was restored from an old backup, or there are two of it',
    ['កំណត់ហេតុរបស់ម៉ាស៊ីនមេ ខ្វះអ្វីដែលវាធ្លាប់បញ្ជាក់', 'The hub’s journal lacks something it had confirmed'],
    [
      'ការងាររបស់អ្នករៀនមិនបាត់ទេ៖ ស្ថានីយ៍នៅរក្សាទុក ហើយផ្ញើម្ដងទៀត។ តែការចុះឈ្មោះ ឬការសម្រេចថ្មីៗ អាចខ្វះនៅម៉ាស៊ីនមេ។',
      'No learner’s work is lost: stations keep it and send it again. But the newest enrolments and decisions may be missing at the hub.',
    ],
    [
      'អ្នកបច្ចេកទេស៖ កុំលុបអ្វីទាំងអស់។ សូមមើលថា ម៉ាស៊ីនមេត្រូវបានស្ដារពីច្បាប់ចម្លងចាស់ ឬមានម៉ាស៊ីនមេពីរ រួចពិនិត្យការចុះឈ្មោះថ្មីៗ។',
      'Technician: delete nothing. See whether the hub was restored from an older backup, or two hubs run; then check the newest enrolments.',
    ],
  ),
  'hub-certificate-mismatch': notice(
    'Something answers at the hub’s address with another certificate',
    ['ម៉ាស៊ីនដែលឆ្លើយតប មិនមែនម៉ាស៊ីនមេដែលយើងស្គាល់ទេ', 'What answers is not the hub we know'],
    ['Rean មិនផ្ញើអ្វីទៅវាទេ។ ការងារនៅទីនេះរក្សាទុក។', 'Rean sends nothing to it. Work here is kept.'],
    [
      'អ្នកបច្ចេកទេស៖ ម៉ាស៊ីនមេអាចត្រូវបានប្ដូរ ឬអាសយដ្ឋានខុស។ សូមពិនិត្យមុននឹងធ្វើអ្វីមួយ។',
      'Technician: the hub may have been replaced, or the address is another machine’s. Check before doing anything.',
    ],
  ),
  'hub-address-wrong': notice(
    'No machine answers at the hub’s address, or it is no hub',
    ['អាសយដ្ឋានម៉ាស៊ីនមេមិនត្រឹមត្រូវ', 'The hub’s address seems wrong'],
    ['ការងារនៅទីនេះរក្សាទុក តែមិនអាចទៅដល់ម៉ាស៊ីនមេបាន។', 'Work here is kept, but can’t go to the hub.'],
    [
      'អ្នកបច្ចេកទេស៖ សូមមើលអាសយដ្ឋានខាងក្រោម និងខ្សែបណ្ដាញ។',
      'Technician: look at the address below, and at the network.',
    ],
  ),
  'clock-far-off': notice(
    'This computer’s clock differs much from the hub’s',
    ['នាឡិកានៃកុំព្យូទ័រនេះខុសឆ្ងាយ', 'The clock of this computer is far off'],
    [
      'ការងារមិនខូចទេ៖ លំដាប់របស់វាមិនអាស្រ័យលើនាឡិកា។ តែអាយុដែលបង្ហាញអាចខុស។',
      'No work suffers: its order does not hang on the clock. Ages shown may be wrong.',
    ],
    [
      'អ្នកបច្ចេកទេស៖ សូមកំណត់ថ្ងៃ និងម៉ោង។ ថ្មនៃផ្ទាំងមេអាចអស់។',
      'Technician: set date and time. The board’s battery may be empty.',
    ],
  ),
  'pack-damaged': notice(
    'A lesson pack’s files are not as they were signed',
    ['កញ្ចប់មេរៀនមួយខូច', 'A lesson pack is damaged'],
    [
      'មេរៀនក្នុងកញ្ចប់នោះបើកមិនបាននៅទីនេះ។ ដំណើររបស់អ្នករៀនរក្សាទុក។',
      'Its lessons do not open here. Learners’ progress is kept.',
    ],
    ['អ្នកបច្ចេកទេស៖ សូមដំឡើងកញ្ចប់ម្ដងទៀត។', 'Technician: install the pack again.'],
  ),
  'pack-key-revoked': notice(
    'A lesson pack that is installed is signed with a key that its programme has revoked; the detail names pack, version and the reason',
    ['កញ្ចប់មេរៀនមួយ ចុះហត្ថលេខាដោយសោដែលបានដកសិទ្ធិ', 'A lesson pack is signed with a key that was revoked'],
    [
      'អ្នករៀននៅតែប្រើវាបាន ហើយដំណើររបស់គេរក្សាទុក។ កញ្ចប់ថ្មីដែលចុះហត្ថលេខាដោយសោនោះ មិនអាចដំឡើងបានទេ។',
      'Learners can go on with it, and their progress is kept. No new pack signed with that key can be installed.',
    ],
    [
      'អ្នកបច្ចេកទេស៖ សូមមើលមូលហេតុខាងក្រោម ហើយដាក់កំណែដែលចុះហត្ថលេខាដោយសោថ្មី។',
      'Technician: see the reason below, and publish a version signed with the present key.',
    ],
  ),
  'document-unknown-version': notice(
    'The hub sent documents of a newer version',
    ['ម៉ាស៊ីនមេថ្មីជាងកុំព្យូទ័រនេះ', 'The hub is newer than this computer'],
    [
      'ព័ត៌មានខ្លះមិនបង្ហាញនៅទីនេះ តែគ្មានអ្វីបាត់ទេ។',
      'Some of what it sends is not shown here, but nothing is lost.',
    ],
    ['អ្នកបច្ចេកទេស៖ សូមដំឡើង Rean ថ្មីនៅកុំព្យូទ័រនេះ។', 'Technician: install the newer Rean on this computer.'],
  ),
  'disk-filling': notice(...diskNotices['disk-filling']),
  'disk-nearly-full': notice(...diskNotices['disk-nearly-full']),
  'stations-disk-filling': notice(...diskNotices['stations-disk-filling']),
  'stations-disk-nearly-full': notice(...diskNotices['stations-disk-nearly-full']),
  'hub-disk-filling': notice(...diskNotices['hub-disk-filling']),
  'hub-disk-nearly-full': notice(...diskNotices['hub-disk-nearly-full']),
  'store-salvaged': notice(
    'Records were taken out of a store that had been set aside; the detail gives, for each store, how many were taken and how many could not be',
    ['Rean បានយកកំណត់ត្រាចេញពីកន្លែងដែលខូច', 'Rean took records out of a damaged store'],
    [
      'លេខទីមួយខាងក្រោម៖ កំណត់ត្រាដែលយកបាន ហើយនឹងទៅដល់ម៉ាស៊ីនមេ។ លេខទីពីរ៖ កំណត់ត្រាដែលអានមិនបាននៅទីនេះ តែម៉ាស៊ីនមេអាចមានរួចហើយ។',
      'The first number below: records taken along, which go to the hub. The second: records that can’t be read here; the hub may have them already.',
    ],
    [
      'អ្នកបច្ចេកទេស៖ បើលេខទីពីរមិនមែនសូន្យ កុំលុបថតនេះ ហើយមើល «rean\u00a0hub\u00a0lost» នៅម៉ាស៊ីនមេ។ សូមប្ដូរថាស។',
      'Technician: if the second is not zero, do not delete the folder, see at the hub whether ‘rean\u00a0hub\u00a0lost’ lists any, and change the disk.',
    ],
  ),
  'store-not-salvaged': notice(
    'What can be read of a store that was set aside could not be taken out yet, for lack of room most likely',
    ['កំណត់ត្រាក្នុងកន្លែងដែលខូច មិនទាន់យកចេញបានទេ', 'Records in a damaged store are still to be taken out'],
    [
      'វាអាចមានកំណត់ត្រា ដែលមិនទាន់ទៅដល់ម៉ាស៊ីនមេ។ ដូច្នេះ Rean មិនទាន់និយាយថា រក្សាទុកអស់ហើយទេ។',
      'There may be records in it that are not at the hub. So Rean does not say that all is saved.',
    ],
    [
      'អ្នកបច្ចេកទេស៖ កុំលុបថតនេះ។ សូមធ្វើឱ្យមានកន្លែងទំនេរលើថាស Rean នឹងព្យាយាមម្ដងទៀតដោយខ្លួនឯង។',
      'Technician: do not delete the folder. Make room on the disk; Rean tries again by itself.',
    ],
  ),
} as const satisfies Record<NoticeView['code'], NoticeTexts>;
