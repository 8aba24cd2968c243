import { describe, expect, it } from 'vitest';
import { readXmlTree } from '../../content/import/packages/xml-tree.ts';
import { readStructure, titleIn } from './course-structure.ts';

const read = (text: string) =>
  readStructure(readXmlTree(new TextEncoder().encode(text), 'cmi5.xml'));

const unit = (id: string, rest = '', attributes = '') =>
  `<au id="${id}" ${attributes}><title><langstring lang="en">${id}</langstring></title>
   <url> ${id}/index.html </url>${rest}</au>`;

const structure = (units: string) => `<?xml version="1.0"?>
  <courseStructure xmlns="https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd">
    <course id="https://example.org/c"><title>
      <langstring lang="en-US">Work &amp; I</langstring><langstring lang="km">ការងារ</langstring>
    </title></course>
    <objectives><objective id="o"/></objectives>${units}
  </courseStructure>`;

describe('the structure of a course of cmi5', () => {
  it('[PCE13] has the units of all its blocks, in order, with what each says of itself', () => {
    const text = structure(
      `${unit('a', '', 'moveOn="Passed" masteryScore="0.75" launchMethod="OwnWindow"')}
       <block id="b">${unit('c')}<block id="d">${unit('e', '<launchParameters>{"x":1}</launchParameters><entitlementKey>k</entitlementKey>')}</block></block>`,
    );
    const found = read(text);
    expect(found).toMatchObject({
      kind: 'read',
      course: {
        id: 'https://example.org/c',
        units: [
          {
            id: 'a',
            url: 'a/index.html',
            moveOn: 'Passed',
            masteryScore: 0.75,
            launchMethod: 'OwnWindow',
          },
          { id: 'c', moveOn: 'NotApplicable', masteryScore: null, launchParameters: null },
          { id: 'e', launchParameters: '{"x":1}', entitlementKey: 'k' },
        ],
      },
    });
    const titles = found.kind === 'read' ? found.course.titles : {};
    expect([titleIn(titles, 'km'), titleIn(titles, 'en'), titleIn({}, 'km')]).toEqual([
      'ការងារ',
      'Work & I',
      '',
    ]);
  });

  it('is read with more than a thousand units', () => {
    const many = Array.from({ length: 1_200 }, (_, index) => unit(`u${index}`)).join('');
    const found = read(structure(many));
    expect(found.kind === 'read' && found.course.units).toHaveLength(1_200);
  });

  it.each([
    ['<course/>', 'outermost element is <course>'],
    [structure(''), 'it has no unit'],
    [structure(unit('a') + unit('a')), 'two units have the id a'],
    [structure('<au><url>a.html</url></au>'), 'unit 1 has no id'],
    [structure('<au id="a"><url> </url></au>'), 'names nothing to open'],
  ])('is refused with the reason: %#', (text, reason) => {
    const found = read(text);
    expect(found.kind === 'refused' && found.problems.join()).toContain(reason);
  });
});
