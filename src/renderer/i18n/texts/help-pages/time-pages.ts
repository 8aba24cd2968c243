import { list, part, say, steps } from './page.ts';
import type { PageContent } from './page.ts';

/** Who comes when, who came, and what came of it. */
export const timePages = {
  timetable: {
    chapter: 'places',
    action: 'timetable.see',
    title: { km: 'កាលវិភាគ', en: 'The timetable' },
    sections: [
      part(
        'រៀបសប្ដាហ៍',
        'Plan the week',
        steps(
          ['ចុច {button:timetable/new}។', 'Press {button:timetable/new}.'],
          [
            'ជ្រើសថ្ងៃ ម៉ោង និងក្រុម រួចចុច {button:timetable-slot/save}។',
            'Choose day, time and groups, then press {button:timetable-slot/save}.',
          ],
          [
            'បើមានអ្វីប៉ះគ្នា បង្អួចប្រាប់ថាអ្វី ហើយមិនរក្សាទុកទេ។',
            'Where something clashes, the window says what, and saves nothing.',
          ],
        ),
        say(
          'ស្ត្រី បុរស និងអនីតិជន មិននៅបន្ទប់ក្នុងពេលតែមួយទេ។',
          'Women, men and minors are never in the lab at one time.',
        ),
      ),
      part(
        'ម៉ោងស្មើគ្នា',
        'Fair hours',
        say(
          'ចុច {button:timetable/hours}។ កំណត់ម៉ោងក្នុងមួយសប្ដាហ៍។ បង្អួចណែនាំ ហើយប្រាប់ហេតុផល។ អ្នកជាអ្នកសម្រេច។',
          'Press {button:timetable/hours} and say how much each group is to get a week. The window suggests, and says why. You decide.',
        ),
      ),
      part(
        'បញ្ជីប្រចាំថ្ងៃ',
        'The list of a day',
        say(
          'ចុច {button:timetable/today} រួច {button:timetable-panels/roster.make}។ បោះពុម្ព ហើយកុំទុកចោល៖ វាមានឈ្មោះ។',
          'Press {button:timetable/today}, then {button:timetable-panels/roster.make}. Print it, and do not leave it lying about: it has names.',
        ),
      ),
    ],
  },
  attendance: {
    chapter: 'places',
    action: 'attendance.see',
    title: { km: 'វត្តមាន', en: 'Attendance' },
    sections: [
      part(
        'បញ្ជាក់មួយថ្ងៃ',
        'Confirm a day',
        steps(
          ['ជ្រើសក្រុម និងថ្ងៃ។', 'Choose the group and the day.'],
          [
            'បង្អួចស្នើតាមកំណត់ត្រា៖ នរណាមក និងប៉ុន្មាននាទី។',
            'The window proposes from the records: who came, and for how many minutes.',
          ],
          [
            'កែអ្វីដែលខុស។ អ្នកមិនមក ត្រូវជ្រើសមូលហេតុ។',
            'Set right what is wrong. Who was away needs a reason.',
          ],
          ['ចុចប៊ូតុងបញ្ជាក់។', 'Press the button that confirms.'],
        ),
      ),
      part(
        'បន្ទាប់ពីបញ្ជាក់',
        'Once it is confirmed',
        say(
          'គ្មាននរណាលុប ឬកែពាក្យចាស់បានទេ។ ការកែជាកំណត់ត្រាថ្មី មានឈ្មោះ និងមូលហេតុ។',
          'Nobody can take back or change what was said. A correction is a new record, with a name and a reason.',
        ),
      ),
    ],
  },
  reports: {
    chapter: 'places',
    action: 'report.see',
    title: { km: 'របាយការណ៍', en: 'Reports' },
    sections: [
      part(
        'ធ្វើរបាយការណ៍',
        'Make a report',
        steps(
          [
            'ជ្រើសរបាយការណ៍ ក្រុម វគ្គ និងរយៈពេល។',
            'Choose the report, the groups, the course and the span.',
          ],
          [
            'អានប្រយោគខាងលើ៖ វាប្រាប់ថាអ្វីបានរាប់ និងអ្វីមិនដឹង។',
            'Read the sentence above it: what is counted, and what is not known.',
          ],
          [
            'ចុច {button:reports/save.xlsx}, {button:reports/save.csv} ឬ {button:reports/save.page}។',
            'Press {button:reports/save.xlsx}, {button:reports/save.csv} or {button:reports/save.page}.',
          ],
        ),
        say(
          'លេខក្នុងឯកសារ ដូចលេខលើអេក្រង់ជានិច្ច។ ឯកសារនីមួយៗកត់ត្រាក្នុងកំណត់ហេតុ។',
          'Numbers in the file are always those on the screen. Each file stands in the trail.',
        ),
      ),
      part(
        'ឯកសារចេញតាម USB',
        'Files on a stick',
        say(
          'កុំព្យូទ័រខ្លះរក្សាទុកឯកសារលើ USB តែប៉ុណ្ណោះ។ អេក្រង់ប្រាប់ក្រោមប៊ូតុងរក្សាទុក។',
          'Some computers save files onto a stick alone: it then stands beside the button that saves.',
        ),
        steps(
          ['ដោត USB តែមួយ (FAT)។', 'Plug in one stick (FAT), and one only.'],
          ['ចុចប៊ូតុងរក្សាទុក។', 'Press the button that saves.'],
          [
            'រង់ចាំរហូតដល់អេក្រង់ប្រាប់ថាដកបាន។ ឯកសារនៅក្នុងថត rean-out។',
            'Wait until the screen says that you may pull it out. The file is in the folder rean-out.',
          ],
        ),
        say(
          'ឈ្មោះអ្នក ឯកសារ និង USB មួយណា នៅក្នុងកំណត់ហេតុ។ កុំទុក USB ចោល៖ អ្វីនៅលើវាគ្មាននរណាការពារទេ។',
          'Who you are, which file and which stick stand in the trail. Do not leave the stick lying about: nothing guards what is on it.',
        ),
      ),
    ],
  },
  films: {
    chapter: 'places',
    action: 'viewing.hold',
    title: { km: 'ភាពយន្តសម្រាប់ក្រុម', en: 'Films for groups' },
    sections: [
      part(
        'បញ្ចាំងមួយ',
        'Show one',
        steps(
          ['ជ្រើសភាពយន្ត រួចចុច {button:films/show}។', 'Choose a film and press {button:films/show}.'],
          [
            'ចុច {button:films/to-screen} បើមានអេក្រង់ធំ។',
            'Press {button:films/to-screen} where there is a big screen.',
          ],
          ['គូសឈ្មោះអ្នកដែលនៅទីនេះ។', 'Tick who is there.'],
          [
            'ពេលចប់ ចុច {button:films/end}។ វារាប់ជាវត្តមាន។',
            'At the end press {button:films/end}. It counts as attendance.',
          ],
        ),
        list(
          [
            'ភ្លើងដាច់? ភាពយន្តរង់ចាំ។ ចុច {button:films/resume}។',
            'The power went? The film waits. Press {button:films/resume}.',
          ],
          [
            'គូសឈ្មោះខុស? ចុច {button:films/correct}។',
            'A name was ticked wrongly? Press {button:films/correct}.',
          ],
        ),
      ),
    ],
  },
} as const satisfies Readonly<Record<string, PageContent>>;
