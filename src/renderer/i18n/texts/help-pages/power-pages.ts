import { list, part, say, steps } from './page.ts';
import type { PageContent } from './page.ts';

/** Computers that start anew, or go off, and a lab that is closed. */
export const powerPages = {
  power: {
    chapter: 'seats',
    action: 'seat.power',
    title: { km: 'បិទ ឬបើកកុំព្យូទ័រឡើងវិញ', en: 'Restart or switch off a computer' },
    sections: [
      part(
        'ធ្វើដូច្នេះ',
        'How to',
        steps(
          ['ជ្រើសកន្លែងមួយ ឬច្រើន ក្នុងបន្ទប់។', 'Choose one seat or several in the room.'],
          ['ចុច {button:seat-acts/power}។', 'Press {button:seat-acts/power}.'],
          [
            'ចុច {button:seat-acts/power.restart} ឬ {button:seat-acts/power.power-off}។',
            'Press {button:seat-acts/power.restart} or {button:seat-acts/power.power-off}.',
          ],
        ),
      ),
      part(
        'អ្វីកើតឡើង',
        'What happens',
        list(
          [
            'អ្នកអង្គុយទីនោះចាកចេញ។ អ្វីដែលធ្វើរួច រក្សាទុក ហើយទៅម៉ាស៊ីនមេសិន។',
            'Who sits there is signed out. What was done is kept, and goes to the hub first.',
          ],
          [
            'កន្លែងដែលជាប់សោ នៅជាប់សោ ពេលបើកវិញ។',
            'A seat that was locked is still locked when it is back.',
          ],
          [
            'បើថាសរបស់វាពេញ វាមិនបិទទេ ហើយប្រាប់អ្នក។',
            'Where its disk is full it does not go, and says so.',
          ],
        ),
      ),
    ],
  },
  'close-out': {
    chapter: 'seats',
    action: 'seat.power',
    title: { km: 'បិទបន្ទប់រៀន នៅចុងថ្ងៃ', en: 'Close the lab at the end of the day' },
    sections: [
      part(
        'ធ្វើដូច្នេះ',
        'How to',
        steps(
          ['ក្នុងបន្ទប់ ចុច {button:close-out/close}។', 'In the room press {button:close-out/close}.'],
          [
            'ធ្វើជំហានម្ដងមួយៗពីលើចុះក្រោម៖ លែងទទួលអ្នកថ្មី បញ្ចប់ការអង្គុយ បិទកុំព្យូទ័រ បិទម៉ាស៊ីនមេ។',
            'Take the steps one by one from the top: nobody new sits down, sittings end, computers go off, the hub goes off.',
          ],
          [
            'ផ្ដាច់ភ្លើង ពេលអេក្រង់ប្រាប់ថា {button:close-out/verdict.safe}។',
            'Cut the power when the screen says {button:close-out/verdict.safe}.',
          ],
          [
            'ចុងក្រោយ ចុច {button:close-out/do.desk} ពីរដង៖ កុំព្យូទ័ររបស់អ្នកបិទដែរ ហើយវាត្រូវបានកត់ត្រា។',
            'Last of all press {button:close-out/do.desk} twice: your own computer goes off too, and that is recorded.',
          ],
        ),
        say(
          'មុនពេលបិទកុំព្យូទ័រ អ្នកឈប់បាន៖ ចុច {button:close-out/stop}។',
          'Until computers go off you can stop: press {button:close-out/stop}.',
        ),
        say(
          'កន្លែងមួយលែងទទួលអ្នកថ្មី ហើយអ្នកចង់បើកតែវា៖ ក្នុងបន្ទប់ ចុចលើវា រួចចុច {button:seat-acts/reopen}។',
          'To open one seat alone that takes nobody new: in the room press it, then {button:seat-acts/reopen}.',
        ),
      ),
      part(
        'បើមានអ្វីមិនដូច្នេះ',
        'Where it goes otherwise',
        list(
          [
            'ដាច់ភ្លើងមុន៖ គ្មានអ្វីបាត់ទេ។ អ្វីដែលមិនទាន់ទៅម៉ាស៊ីនមេ នៅលើថាសរបស់កុំព្យូទ័រ ហើយទៅលើកក្រោយ។',
            'The power goes before: nothing is lost. What is not at the hub yet is on the computer’s disk, and comes next time.',
          ],
          [
            'កន្លែងមួយមិនឆ្លើយ៖ បិទដោយប៊ូតុងរបស់វា។',
            'A seat does not answer: switch it off at its own button.',
          ],
          [
            'អេក្រង់ប្រាប់ថា កំពុងស្ដាប់៖ រង់ចាំកន្លះនាទី មុនផ្ដាច់ភ្លើង។ កន្លែងដែលនៅបើក នឹងប្រាប់។',
            'The screen says that it is still listening: wait half a minute before you cut the power. A seat that is on will say so.',
          ],
          [
            'ម៉ាស៊ីនមេមិនឆ្លើយ៖ ធ្វើជំហានដដែល រួចបិទវាដោយប៊ូតុងរបស់វា។',
            'The hub does not answer: take the same steps, then switch it off at its own button.',
          ],
        ),
      ),
    ],
  },
} as const satisfies Readonly<Record<string, PageContent>>;
