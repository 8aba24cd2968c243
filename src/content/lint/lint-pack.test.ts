import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { courseSource } from '../../../tests/factories/course-source.ts';
import {
  htmlItem,
  mediaItem,
  packSource,
  pieceSource,
  writePackSource,
} from '../../../tests/factories/pack-source.ts';
import { seededRandomness } from '../../../tests/factories/seeded-randomness.ts';
import { temporaryFolder } from '../../../tests/factories/temporary-folder.ts';
import { buildPack } from '../build/build-pack.ts';
import { nodeDisk } from '../disk/node-disk.ts';
import type { Finding } from './finding.ts';
import { lintPackFile, lintSource } from './lint-pack.ts';

const page = `<!doctype html>
<link rel="stylesheet" href="https://cdn.example/a.css">
<img src="gone.png">
<img src="pictures/live.svg" alt="">
<a href="https://example.org/more">more</a>
<script>
  // see http://example.org/docs
  fetch("https://api.example.org/score");
  const xmlns = "http://www.w3.org/2000/svg"; alert('done');
</script>
<video src="film.mp4"></video>
<object data="game.swf"></object>
<form action="https://example.org/send"></form>
<p style="background: url(//cdn.example/b.png)">
`;

const draft = () =>
  pieceSource([htmlItem(), mediaItem({ tracks: [] })], {
    'game/Index.html': page,
    'game/style.css': 'p {}\n@import url("http://fonts.example/x.css");\nb { src: url(ok.woff) }',
    'game/film.mp4': 'as far as a test cares',
    'game/game.swf': 'FWS',
    'film/km.vtt': undefined,
  });

const brief = (findings: readonly Finding[]) =>
  findings
    .filter(({ weight }) => weight !== 'todo')
    .map(
      ({ file, line, rule, weight }) =>
        `${weight} ${rule} ${file}${line === null ? '' : `:${line}`}`,
    );

const ofPages = [
  'breaks external-url game/Index.html:2',
  'breaks file-missing game/Index.html:3',
  'look alternative-text-missing game/Index.html:3',
  'look external-link game/Index.html:5',
  'look external-url game/Index.html:8',
  'look unsupported game/Index.html:9',
  'look captions-missing game/Index.html:11',
  'breaks unsupported game/Index.html:12',
  'breaks unsupported game/Index.html:13',
  'breaks external-url game/Index.html:14',
  'breaks unsupported game/game.swf',
  'breaks external-url game/style.css:2',
];

describe('what is said of a pack before it goes out', () => {
  it('names what breaks offline, and whom it leaves out, by file and line [FRN5]', async () => {
    const source = await writePackSource(draft());
    const findings = await lintSource(nodeDisk(), source);
    expect(brief(findings)).toEqual([expect.stringMatching(/^look captions-missing/), ...ofPages]);
    expect(findings.map(({ rule }) => rule)).toContain('recording-missing');
  });

  it('is the same of the pack that was built of it [FRN5]', async () => {
    const tools = { disk: nodeDisk(), randomness: seededRandomness(3) };
    const pack = join(await temporaryFolder(), 'a.kpack');
    await buildPack(tools, await writePackSource(draft()), pack);
    expect(brief(await lintPackFile(pack))).toEqual([
      'look captions-missing pack.json',
      ...ofPages,
    ]);
  });

  it('asks for a licence and a publisher, and tells the problems of a source that does not build [FRN5]', async () => {
    const { description, files } = pieceSource();
    const unsaid = { ...description, licence: 'unknown', publisher: 'unknown' };
    const rules = async (said: Record<string, unknown>) =>
      brief(await lintSource(nodeDisk(), await writePackSource({ description: said, files })));
    expect(await rules(unsaid)).toEqual([
      'look licence-missing pack.source.json:10',
      'look publisher-missing pack.source.json:11',
    ]);
    expect(await rules({ ...description, sequence: 'one' })).toEqual([
      'breaks problem pack.source.json:5',
    ]);
  });

  it('names skills that no course of it has: nothing would count for them [FRN5] [MAS1]', async () => {
    const { description, files } = packSource();
    const [course] = [description['courses']].flat();
    const skill = {
      id: 'letters',
      title: { km: 'អក្សរ' },
      picture: { src: 'pictures/ka.svg', alt: { km: 'ក' } },
      mastery: { right: 3, of: 3 },
    };
    const courses = [{ ...Object(course), skills: [skill] }];
    const source = await writePackSource({ description: { ...description, courses }, files });
    const found = (await lintSource(nodeDisk(), source)).filter(
      ({ rule }) => rule === 'skill-unknown',
    );
    expect(found).toEqual([
      {
        rule: 'skill-unknown',
        weight: 'look',
        file: 'lessons/first/lesson.json',
        at: 'activities[0].items[1].skills[1]',
        line: 1,
        text: {
          km: 'លំហាត់ choose៖ គ្មានវគ្គណាមានជំនាញ choosing ទេ។ មាន៖ letters។',
          en: 'Item choose: no course has the skill choosing; there are letters.',
        },
      },
    ]);
  });

  it('names what courses of others open, and is not in them [FRN5]', async () => {
    const source = await courseSource();
    const structure = source.files['cmi5/cmi5.xml'] ?? '';
    const manifest = source.files['scorm12/imsmanifest.xml'] ?? '';
    const files = {
      ...source.files,
      'cmi5/cmi5.xml': structure
        .replace('unit.html?topic=reading', 'gone.html')
        .replace('unit.html?topic=test', 'https://lms.example/unit.html'),
      'scorm12/imsmanifest.xml': manifest.replace('href="sco.html">', 'href="Sco.html">'),
      'scorm2004/imsmanifest.xml': '<manifest>',
    };
    const findings = await lintSource(nodeDisk(), await writePackSource({ ...source, files }));
    expect(brief(findings.filter(({ file }) => file.endsWith('.xml')))).toEqual([
      'breaks file-missing cmi5/cmi5.xml',
      'breaks external-url cmi5/cmi5.xml',
      'breaks file-missing scorm12/imsmanifest.xml',
      'breaks problem scorm2004/imsmanifest.xml',
    ]);
  });
});
