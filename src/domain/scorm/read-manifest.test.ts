import { describe, expect, it } from 'vitest';
import type { XmlElement } from '../xml/xml-element.ts';
import { fileOfHref } from './launch-address.ts';
import { readManifest } from './read-manifest.ts';
import { launchableItems } from './scorm-package.ts';

type Written = readonly [
  name: string,
  attributes?: Readonly<Record<string, string>>,
  content?: readonly Written[] | string,
];

const element = ([name, attributes = {}, content = []]: Written): XmlElement => ({
  name,
  attributes,
  children: typeof content === 'string' ? [] : content.map(element),
  text: typeof content === 'string' ? content : '',
});

const metadata = (version: string): Written => ['metadata', {}, [['schemaversion', {}, version]]];
const resource = (id: string, attributes: Readonly<Record<string, string>>): Written => [
  'resource',
  { identifier: id, ...attributes },
];
const item = (id: string, ...content: readonly Written[]): Written => [
  'item',
  { identifier: id, identifierref: `r-${id}` },
  [['title', {}, `Title ${id}`], ...content],
];

function read(version: string, items: readonly Written[], resources: readonly Written[]) {
  const organization: Written = [
    'organization',
    { identifier: 'o' },
    [['title', {}, 'All'], ...items],
  ];
  const manifest: Written = [
    'manifest',
    { identifier: 'm' },
    [
      metadata(version),
      [
        'organizations',
        { default: 'o' },
        [['organization', { identifier: 'other' }], organization],
      ],
      ['resources', { base: 'content' }, resources],
    ],
  ];
  return readManifest(element(manifest));
}

function packageOf(...given: Parameters<typeof read>) {
  const answer = read(...given);
  if (answer.kind === 'refused') throw new Error(answer.problems.join());
  return answer.package;
}

describe('a manifest of SCORM', () => {
  it('[PCE11] gives the items of the organization that is the default, with what they open', () => {
    const found = packageOf(
      '1.2',
      [
        item(
          'a',
          ['prerequisites', {}, 'b&c'],
          ['masteryscore', {}, '80'],
          ['datafromlms', {}, 'x=1'],
          item('a-1'),
        ),
      ],
      [
        resource('r-a', { href: 'a\\index.html?x=1', scormtype: 'SCO' }),
        resource('r-a-1', { base: 'deep/', href: 'b.html', scormtype: 'asset' }),
      ],
    );
    expect(found).toMatchObject({ edition: '1.2', title: 'All', items: [{ title: 'Title a' }] });
    const [a, below] = launchableItems(found.items);
    expect(a).toMatchObject({
      id: 'a',
      launch: { href: 'content/a/index.html?x=1', isSco: true },
      prerequisites: 'b&c',
      masteryScore: 80,
      launchData: 'x=1',
    });
    expect(below?.launch).toEqual({ href: 'content/deep/b.html', isSco: false });
  });

  it.each([
    ['2004 3rd Edition', '2004'],
    ['2004 4th Edition', '2004'],
    ['CAM 1.3', '2004'],
    ['1.2', '1.2'],
  ])('knows %s', (version, edition) => {
    const { edition: found } = packageOf(
      version,
      [item('a')],
      [resource('r-a', { href: 'a.html' })],
    );
    expect(found).toBe(edition);
  });

  it('appends parameters as IMS has it', () => {
    const open = (href: string, parameters: string) => {
      const [name, attributes] = item('a');
      const found = packageOf(
        '1.2',
        [[name, { ...attributes, parameters }]],
        [resource('r-a', { href })],
      );
      return launchableItems(found.items)[0]?.launch.href;
    };
    expect(open('a.html', '?x=1')).toBe('content/a.html?x=1');
    expect(open('a.html?y=2', '&x=1')).toBe('content/a.html?y=2&x=1');
    expect(open('a.html#top', '#end')).toBe('content/a.html#top');
  });

  it('[PCE11] of pages alone, which is no SCORM, is read as items that say nothing of themselves', () => {
    const found = packageOf('1.1.4', [item('a')], [resource('r-a', { href: 'a.html' })]);
    expect(found.edition).toBe('1.2');
    expect(launchableItems(found.items)).toMatchObject([{ launch: { isSco: false } }]);
  });

  it('says why it can’t be played', () => {
    expect(read('1.2', [item('a')], [resource('r-a', {})])).toEqual({
      kind: 'refused',
      problems: ['item a opens resource r-a, which names no file to open (href)'],
    });
    expect(read('1.2', [item('a')], [])).toMatchObject({
      problems: ['item a opens resource r-a, which is not there'],
    });
    expect(readManifest(element(['html']))).toMatchObject({ kind: 'refused' });
  });

  it('[PCE11] reads 2004’s sequencing in the standard’s words', () => {
    const sequencing: Written = [
      'sequencing',
      { idref: 'common' },
      [
        ['controlMode', { choice: 'false', flow: 'true' }],
        [
          'sequencingRules',
          {},
          [
            [
              'preConditionRule',
              {},
              [
                [
                  'ruleConditions',
                  { conditioncombination: 'any' },
                  [
                    [
                      'ruleCondition',
                      { condition: 'satisfied', operator: 'not', referencedobjective: 'o1' },
                    ],
                  ],
                ],
                ['ruleAction', { action: 'skip' }],
              ],
            ],
          ],
        ],
        ['limitConditions', { attemptlimit: '2' }],
        [
          'rollupRules',
          { rollupobjectivesatisfied: 'false', objectivemeasureweight: '0.5' },
          [
            [
              'rollupRule',
              { childactivityset: 'atLeastPercent', minimumpercent: '0.75' },
              [
                ['rollupConditions', {}, [['rollupCondition', { condition: 'completed' }]]],
                ['rollupAction', { action: 'completed' }],
              ],
            ],
          ],
        ],
        [
          'objectives',
          {},
          [
            [
              'primaryObjective',
              { objectiveid: 'o1', satisfiedbymeasure: 'true' },
              [
                ['minNormalizedMeasure', {}, '0.6'],
                ['mapInfo', { targetobjectiveid: 'g1', writesatisfiedstatus: 'true' }],
              ],
            ],
          ],
        ],
      ],
    ];
    const found = packageOf(
      '2004 4th Edition',
      [item('a', sequencing)],
      [resource('r-a', { href: 'a.html' })],
    );
    expect(found.items[0]?.rules).toEqual({
      sequencingIdRef: 'common',
      sequencingControls: {
        choice: false,
        flow: true,
        rollupObjectiveSatisfied: false,
        objectiveMeasureWeight: 0.5,
      },
      attemptLimit: 2,
      sequencingRules: {
        preConditionRules: [
          {
            action: 'skip',
            conditionCombination: 'any',
            conditions: [{ condition: 'satisfied', operator: 'not', referencedObjective: 'o1' }],
          },
        ],
        exitConditionRules: [],
        postConditionRules: [],
      },
      rollupRules: {
        rules: [
          {
            action: 'completed',
            conditionCombination: 'any',
            conditions: [{ condition: 'completed' }],
            consideration: 'atLeastPercent',
            minimumPercent: 0.75,
          },
        ],
      },
      primaryObjective: {
        objectiveID: 'o1',
        isPrimary: true,
        satisfiedByMeasure: true,
        minNormalizedMeasure: 0.6,
        mapInfo: [{ targetObjectiveID: 'g1', writeSatisfiedStatus: true }],
      },
    });
  });
});

describe('an address in a package', () => {
  it.each([
    ['a/b%20c.html?x#y', 'a/b c.html'],
    ['./a/../b.html', 'b.html'],
    ['../out.html', null],
    ['https://elsewhere.example/a.html', null],
    ['/a.html', null],
    ['100%.html', '100%.html'],
  ])('%s opens %s', (href, file) => {
    expect(fileOfHref(href)).toBe(file);
  });
});
