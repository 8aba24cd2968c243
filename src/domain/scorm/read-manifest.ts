import { attributeOf, childOf, childrenOf, readNumber, textOf } from '../xml/xml-element.ts';
import type { XmlElement } from '../xml/xml-element.ts';
import { joinHref, withParameters } from './launch-address.ts';
import { launchableItems } from './scorm-package.ts';
import type { ReadManifest, ScormEdition, ScormItem, ScormLaunch } from './scorm-package.ts';
import { readRules } from './sequencing-rules.ts';

/** More items than any course has; a manifest of more would only keep its reader busy. */
const mostItems = 5_000;

/**
 * Reads `imsmanifest.xml` of SCORM 1.2, or 2004 of any edition: the organization named as default, else
 * the first; a package without one is its scos in their order. Pages packed as IMS has it, which are no SCORM, are
 * items that say nothing of themselves.
 */
export function readManifest(root: XmlElement): ReadManifest {
  if (root.name.toLowerCase() !== 'manifest') {
    return refused(`its outermost element is <${root.name}>, not <manifest>`);
  }
  const resources = readResources(root);
  const organization = chooseOrganization(root);
  const { items, problems } =
    organization === null ? withoutOrganization(resources) : readItems(organization, resources);
  const count = countItems(items);
  if (count > mostItems) return refused(`it has ${count} items`);
  if (launchableItems(items).length === 0) {
    return refused(...(problems.length > 0 ? problems : ['nothing in it can be opened']));
  }
  const edition = editionOf(root);
  return {
    kind: 'read',
    guessed: edition === null,
    package: {
      edition: edition ?? '1.2',
      id: attributeOf(organization, 'identifier') ?? attributeOf(root, 'identifier') ?? 'package',
      title: textOf(organization, 'title') ?? metadataTitle(root) ?? '',
      items,
      rules: readRules(organization),
      collections: readCollections(root),
      files: [...resources.values()].flatMap(({ files }) => files),
    },
  };
}

const refused = (...problems: readonly string[]): ReadManifest => ({ kind: 'refused', problems });

/** By what it says, else by the vocabulary it uses: writers forget the first. Null for a package of pages alone. */
function editionOf(root: XmlElement): ScormEdition | null {
  const version = textOf(root, 'metadata', 'schemaversion')?.toLowerCase() ?? '';
  if (version.startsWith('1.2')) return '1.2';
  if (/2004|cam 1\.3/.test(version)) return '2004';
  const written = Object.values(root.attributes).join(' ');
  if (/adlcp_rootv1p2/.test(written)) return '1.2';
  return /adlcp_v1p3/.test(written) ? '2004' : null;
}

function chooseOrganization(root: XmlElement): XmlElement | null {
  const organizations = childOf(root, 'organizations');
  const all = childrenOf(organizations, 'organization');
  const wanted = attributeOf(organizations, 'default');
  return all.find((one) => attributeOf(one, 'identifier') === wanted) ?? all[0] ?? null;
}

interface Resource {
  readonly id: string;
  readonly launch: ScormLaunch | null;
  readonly files: readonly string[];
}

function readResources(root: XmlElement): ReadonlyMap<string, Resource> {
  const all = childOf(root, 'resources');
  const base = joinHref(attributeOf(root, 'base'), attributeOf(all, 'base'));
  const resources = childrenOf(all, 'resource').map((resource) => readResource(resource, base));
  return new Map(resources.map((resource) => [resource.id, resource]));
}

function readResource(resource: XmlElement, outer: string | null): Resource {
  const base = joinHref(outer, attributeOf(resource, 'base'));
  const href = attributeOf(resource, 'href');
  const isSco = attributeOf(resource, 'scormtype')?.toLowerCase() === 'sco';
  return {
    id: attributeOf(resource, 'identifier') ?? '',
    launch: href === null ? null : { href: joinHref(base, href) ?? href, isSco },
    files: childrenOf(resource, 'file').flatMap((file) => {
      const path = attributeOf(file, 'href');
      return path === null ? [] : [joinHref(base, path) ?? path];
    }),
  };
}

interface Items {
  readonly items: readonly ScormItem[];
  readonly problems: readonly string[];
}

function readItems(parent: XmlElement, resources: ReadonlyMap<string, Resource>): Items {
  const read = childrenOf(parent, 'item').map((item) => readItem(item, resources));
  return {
    items: read.map(({ item }) => item),
    problems: read.flatMap(({ problems }) => problems),
  };
}

function readItem(item: XmlElement, resources: ReadonlyMap<string, Resource>) {
  const id = attributeOf(item, 'identifier') ?? '';
  const reference = attributeOf(item, 'identifierref');
  const launch = reference === null ? null : (resources.get(reference)?.launch ?? null);
  const below = readItems(item, resources);
  const read: ScormItem = {
    id,
    title: textOf(item, 'title') ?? '',
    launch: launch === null ? null : withParameters(launch, attributeOf(item, 'parameters')),
    visible: attributeOf(item, 'isvisible')?.toLowerCase() !== 'false',
    children: below.items,
    prerequisites: textOf(item, 'prerequisites'),
    masteryScore: readNumber(textOf(item, 'masteryscore')) ?? null,
    launchData: textOf(item, 'datafromlms'),
    maxTimeAllowed: textOf(item, 'maxtimeallowed'),
    timeLimitAction: textOf(item, 'timelimitaction'),
    rules: readRules(item),
  };
  const own = reference === null || launch !== null ? [] : [missing(id, reference, resources)];
  return { item: read, problems: [...own, ...below.problems] };
}

const missing = (id: string, reference: string, resources: ReadonlyMap<string, Resource>) =>
  resources.has(reference)
    ? `item ${id} opens resource ${reference}, which names no file to open (href)`
    : `item ${id} opens resource ${reference}, which is not there`;

/** A package of resources: each sco is an item. */
function withoutOrganization(resources: ReadonlyMap<string, Resource>): Items {
  const items = [...resources.values()].flatMap(({ id, launch }) =>
    launch === null || !launch.isSco ? [] : [{ ...bareItem, id, title: id, launch }],
  );
  return { items, problems: [] };
}

const bareItem: Omit<ScormItem, 'id' | 'title' | 'launch'> = {
  visible: true,
  children: [],
  prerequisites: null,
  masteryScore: null,
  launchData: null,
  maxTimeAllowed: null,
  timeLimitAction: null,
  rules: {},
};

const countItems = (items: readonly ScormItem[]): number =>
  items.reduce((sum, item) => sum + 1 + countItems(item.children), 0);

const metadataTitle = (root: XmlElement) =>
  textOf(root, 'metadata', 'lom', 'general', 'title', 'langstring') ??
  textOf(root, 'metadata', 'lom', 'general', 'title', 'string');

function readCollections(root: XmlElement) {
  const all = childrenOf(childOf(root, 'sequencingcollection'), 'sequencing');
  const named = all.flatMap((sequencing) => {
    const id = attributeOf(sequencing, 'id');
    return id === null ? [] : [[id, readRules({ ...root, children: [sequencing] })] as const];
  });
  return Object.fromEntries(named);
}
