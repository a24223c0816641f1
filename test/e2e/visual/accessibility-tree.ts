import type { Page } from '@playwright/test';

const ACTED_ON: ReadonlySet<string> = new Set([
  'button',
  'checkbox',
  'combobox',
  'link',
  'listbox',
  'menuitem',
  'option',
  'radio',
  'searchbox',
  'slider',
  'spinbutton',
  'switch',
  'tab',
  'textbox',
]);
const LANDMARKS: ReadonlySet<string> = new Set([
  'banner',
  'complementary',
  'contentinfo',
  'form',
  'main',
  'navigation',
  'region',
  'search',
]);

interface TreeNode {
  readonly ignored: boolean;
  readonly role: string;
  readonly name: string;
  /** How urgently a change in it is said, where it is said at all. */
  readonly live: string | null;
  /** Something around it is said as a whole already. */
  readonly within: boolean;
}

/** Chromium's own tree of the page: what it hands to the screen reader of the system. */
async function fullTree(page: Page): Promise<readonly TreeNode[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  return nodes.map(({ ignored, role, name, backendDOMNodeId, properties = [] }) => ({
    ignored,
    role: String(role?.value ?? ''),
    name: String(name?.value ?? '').trim(),
    live: properties.find((each) => each.name === 'live')?.value.value ?? null,
    within: properties.some(
      (each) => each.name === 'root' && each.value.relatedNodes?.[0]?.backendDOMNodeId !== backendDOMNodeId,
    ),
  }));
}

/** The parts of the page whose changes are said aloud without being asked for. */
export async function liveRegions(page: Page): Promise<readonly string[]> {
  const nodes = (await fullTree(page)).filter(({ ignored, live }) => !ignored && live !== null);
  return nodes.filter(({ within }) => !within).map(({ role, name, live }) => `${role} ${name} (${live})`);
}

function twice(names: readonly string[]): readonly string[] {
  return names.filter((name, at) => names.indexOf(name) !== at);
}

/** What a screen reader would stumble over: things without a name, landmarks that cannot be told apart. */
export async function treeProblems(page: Page): Promise<readonly string[]> {
  const nodes = (await fullTree(page)).filter(({ ignored }) => !ignored);
  const unnamed = nodes.filter(({ role, name }) => ACTED_ON.has(role) && name === '');
  const landmarks = nodes
    .filter(({ role }) => LANDMARKS.has(role))
    .map(({ role, name }) => `${role} ${name}`);
  const count = (wanted: string): number => nodes.filter(({ role }) => role === wanted).length;
  // Behind a question that must be answered first there is nothing.
  const isOneMain = count('main') === 1 || (count('main') === 0 && count('dialog') === 1);
  return [
    ...unnamed.map(({ role }) => `a ${role} without a name`),
    ...twice(landmarks).map((landmark) => `twice: ${landmark}`),
    ...(isOneMain ? [] : [`${count('main')} main landmarks`]),
  ];
}
