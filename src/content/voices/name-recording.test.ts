import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { nameRecording } from './name-recording.ts';

const path = 'audio/km/fish.wav';
const named = (text: string, at = 'prompt', format: 'json' | 'yaml' = 'yaml') =>
  nameRecording(text, format, { at, language: 'km', path });

describe('a recording is named in its lesson as its author would write it [AUT4]', () => {
  it('in one line of YAML, with nothing else changed', () => {
    const before = `# ត្រី, for beginners
format:   rean-lesson@1

activities:
  - id: look   # the first
    items:

      - {id: see, prompt: {  km: ត្រី,   en: 'A fish'  } }   # one line
      - id: read
        prompt: { km: "តើរូបណាត្រូវ?", en: Which? }
        correct: [ a,b ]
        text: >-
          long words
          on two lines
`;
    expect(named(before, 'activities[0].items[1].prompt')).toBe(
      before.replace('en: Which? }', `en: Which?, audio: { km: ${path} } }`),
    );
    expect(named(before, 'activities[0].items[0].prompt')).toBe(
      before.replace("en: 'A fish'  }", `en: 'A fish', audio: { km: ${path} }  }`),
    );
  });

  it('in a map over several lines, behind its comments, before empty lines', () => {
    const before = 'prompt:\n    km: ត្រី\n    en: A fish # or two\n\n\n# more\nhint: { km: ទឹក }\n';
    expect(named(before)).toBe(before.replace('or two\n', `or two\n    audio: { km: ${path} }\n`));
    expect(named('prompt:\n  km: ត្រី')).toBe(`prompt:\n  km: ត្រី\n  audio: { km: ${path} }\n`);
  });

  it('behind a text of several lines, and in brackets over several lines', () => {
    const folded = 'prompt:\n  km: >\n    ត្រី\n    ទឹក\n\nhint: { km: ទឹក }\n';
    expect(parse(named(folded))).toEqual({
      prompt: { km: 'ត្រី ទឹក\n', audio: { km: path } },
      hint: { km: 'ទឹក' },
    });
    const open = 'prompt: {\n  km: ត្រី, # here\n  en: A fish, # there\n}\n';
    expect(named(open)).toBe(open.replace('A fish,', `A fish, audio: { km: ${path} },`));
  });

  it('in a list of phrases, beside a recording in another language, and in the place of an older one', () => {
    const list = 'options:\n  - label:\n      km: ត្រី\n  - km: ទឹក\n    en: Water\n';
    expect(named(list, 'options[1]')).toBe(`${list}    audio: { km: ${path} }\n`);
    expect(named(list, 'options[0].label')).toBe(
      list.replace('km: ត្រី\n', `km: ត្រី\n      audio: { km: ${path} }\n`),
    );
    const other = 'prompt: { km: ត្រី, audio: { en: a.wav } } # both\n';
    expect(named(other)).toBe(other.replace('a.wav', `a.wav, km: ${path}`));
    const block = 'prompt:\n  km: ត្រី\n  audio:\n    en: a.wav\nhint: { km: ទឹក }\n';
    expect(named(block)).toBe(block.replace('a.wav\n', `a.wav\n    km: ${path}\n`));
    const older = "prompt: { km: ត្រី, audio: { km: 'old.wav' } } # it\n";
    expect(named(older)).toBe(older.replace("'old.wav'", path));
  });

  it('with lines that end as on Windows, and the mark some editors put first', () => {
    const before = '\uFEFF# ត្រី\r\nprompt:\r\n  km: ត្រី\r\n  en: A fish\r\nhint: { km: ទឹក }\r\n';
    expect(named(before)).toBe(
      before.replace('A fish\r\n', `A fish\r\n  audio: { km: ${path} }\r\n`),
    );
  });

  it('in a phrase that is written once and named again', () => {
    const before = 'title: &it { km: ត្រី }\nprompt: *it\n';
    expect(named(before)).toBe(`title: &it { km: ត្រី, audio: { km: ${path} } }\nprompt: *it\n`);
  });

  it('in JSON set in with tabs or spaces, on one line or several', () => {
    const tabs = '{\r\n\t"prompt": {\r\n\t\t"km": "ត្រី"\r\n\t},\r\n\t"list": [1,2]\r\n}\r\n';
    const after = named(tabs, 'prompt', 'json');
    expect(JSON.parse(after)).toMatchObject({ prompt: { audio: { km: path } } });
    expect(after).toContain('"list": [1,2]\r\n}\r\n');
    expect(after).toContain('\r\n\t\t"audio": {\r\n\t\t\t"km"');
    const line = '{\n  "prompt": { "km": "ត្រី" },\n    "n": 1 }';
    expect(named(line, 'prompt', 'json')).toBe(
      line.replace('"ត្រី"', `"ត្រី", "audio": { "km": "${path}" }`),
    );
    const other = line.replace('"ត្រី"', '"ត្រី", "audio": {"en": "a.wav"}');
    const both = named(other, 'prompt', 'json');
    expect(JSON.parse(both)).toMatchObject({ prompt: { audio: { en: 'a.wav', km: path } } });
    expect(both.split('\n')).toHaveLength(3);
  });
});
