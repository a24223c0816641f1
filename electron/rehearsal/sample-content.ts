import type { GiipContent } from './giip-store.ts';

/** Items by their path in the folder: what a folder or GIIP holds at the start of a rehearsal. */
export type SampleFiles = Readonly<Record<string, string>>;

const lines = (...text: readonly string[]): string => `${text.join('\n')}\n`;

/** As Windows PowerShell writes it: a byte order mark, CRLF, two spaces after each colon. */
const AGENT_CONFIG = [
  '\ufeff{',
  '    "agent_name":  "workstation-01",',
  '    "interval_seconds":  60,',
  '    "last_run_id":  9007199254740993,',
  '    "report":  {',
  '                   "level":  "info",',
  '                   "channels":  ["console", "giip"]',
  '               }',
  '}',
  '',
].join('\r\n');

const CHECKLIST = lines(
  '# Morning checklist',
  '',
  '1. Look at the queue.',
  '2. Read the night log.',
  '3. Restart what is stuck.',
  '',
  'Report to: operations',
);

/** What stands on this computer when a rehearsal begins. */
export const SAMPLE_HERE: SampleFiles = {
  'configs/agent_config.json': AGENT_CONFIG,
  'docs/guide.md': lines('# Guide', '', 'Written on this computer.'),
  'docs/checklist.md': CHECKLIST,
  'docs/house-rules.md': lines('# House rules', '', 'Ask before you restart a server.'),
};

/** What GIIP holds: some of it only there, some the same, and one document of the same name that says something else. */
export const SAMPLE_THERE: SampleFiles = {
  'configs/schedule.json': '{"timezone":"Asia/Seoul","backup":{"hour":3,"keep_days":14}}',
  'docs/checklist.md': CHECKLIST,
  'docs/house-rules.md': lines('# House rules', '', 'Restart at night only.'),
  'docs/runbooks/disk-full.md': lines('# Disk full', '', 'Delete old archives first.', '보관 기간은 14일.'),
};

function nameInStore(path: string): string {
  return path.replace(/^configs\//, '');
}

/** Paths of the folder as GIIP names them: a config by its file name, a document by its path. */
export function contentOf(files: SampleFiles): GiipContent {
  const entries = Object.entries(files).map(([path, text]) => [nameInStore(path), text] as const);
  return {
    configs: new Map(entries.filter(([name]) => !name.startsWith('docs/'))),
    docs: new Map(entries.filter(([name]) => name.startsWith('docs/'))),
  };
}

/** What GIIP holds under this path of the folder, or null. */
export function textIn({ configs, docs }: GiipContent, path: string): string | null {
  return docs.get(path) ?? configs.get(nameInStore(path)) ?? null;
}
