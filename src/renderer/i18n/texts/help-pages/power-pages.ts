import { list, part, steps } from './page.ts';
import type { PageContent } from './page.ts';

/** Computers that start anew, or go off. */
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
} as const satisfies Readonly<Record<string, PageContent>>;
