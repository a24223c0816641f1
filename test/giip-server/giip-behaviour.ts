import { giipJson } from '../../electron/rehearsal/giip-json.ts';
import type { GiipCall } from '../../electron/rehearsal/giip-listener.ts';
import { type GiipRequest, readGiipRequest } from '../../electron/rehearsal/giip-request.ts';
import type { GiipContent } from '../../electron/rehearsal/giip-store.ts';
import type { GiipMoments, View } from './giip-moments.ts';
import type { GiipSwitches } from './giip-switches.ts';
import { normaliseText } from './normalise-text.ts';

export interface Reply {
  readonly status: number;
  /** Empty for HTTP 304. */
  readonly body: string;
}

/** `docs/` and `/`, whatever was sent. */
function canonicalPath(path: string): string {
  const slashes = path.replaceAll('\\', '/');
  return slashes.startsWith('docs/') ? slashes : `docs/${slashes}`;
}

function spelled(path: string, spelling: GiipSwitches['docPath']): string {
  if (spelling === 'as-sent') return path;
  const inside = canonicalPath(path).slice('docs/'.length);
  return spelling === 'without-docs' ? inside : `docs/${inside.replaceAll('/', '\\')}`;
}

/** Decides what a call does and says; the switches are read anew each time. */
export function giipBehaviour(
  store: GiipMoments,
  switches: GiipSwitches,
): (call: GiipCall, body: string) => Reply {
  const reply = (rstVal: number, message: string, data: string | null, status = 200): Reply => {
    const name = switches.data === 'data' ? 'data' : 'Data';
    const value = switches.data === 'array-of-one' && data !== null && data !== 'null' ? `[${data}]` : data;
    const members = [
      `"RstVal":${switches.rstVal === 'string' ? `"${rstVal}"` : rstVal}`,
      `"RstMsg":${JSON.stringify(message)}`,
      ...(value === null ? [] : [`"${name}":${value}`]),
    ];
    return { status, body: `{${members.join(',')}}` };
  };

  const hashMembers = ({ config, doc }: View['hashes']): string[] => [
    `"newConfigHash":${JSON.stringify(config)}`,
    `"newDocHash":${JSON.stringify(doc)}`,
  ];

  function section(name: string, unchanged: boolean, empty: string, full: string): string[] {
    if (!unchanged || switches.unchanged === 'sent') return [`"${name}":${full}`];
    if (switches.unchanged === 'omitted') return [];
    return [`"${name}":${switches.unchanged === 'null' ? 'null' : empty}`];
  }

  function docsFor(view: View, sentHash: string | null): ReadonlyMap<string, string> {
    const before =
      switches.documents === 'changed-only' && sentHash !== null ? store.docsAt(sentHash) : undefined;
    const answered = [...view.docs].filter(([path, text]) => before?.get(path) !== text);
    return new Map(answered.map(([path, text]) => [spelled(path, switches.docPath), text]));
  }

  function get(request: GiipRequest): Reply {
    const view = store.view(request.lssn);
    const config = request.configHash === view.hashes.config;
    const doc = request.docHash === view.hashes.doc;
    const lenient = switches.oneHashMatches === 'not-modified' && (config || doc);
    const satisfied = (same: boolean, sent: string | null): boolean => same || (lenient && sent === null);
    if (satisfied(config, request.configHash) && satisfied(doc, request.docHash)) {
      if (switches.notModified === 'http-304') return { status: 304, body: '' };
      return reply(304, 'Not modified', switches.notModified === 'data-null' ? 'null' : null);
    }
    const members = [
      ...hashMembers(view.hashes),
      ...section('configData', config, '{}', giipJson.configs(view.configs)),
      ...section('docData', doc, '[]', giipJson.docs(docsFor(view, request.docHash))),
    ];
    return reply(1, 'Update required', `{${members.join(',')}}`);
  }

  /** A push as the database takes it in. */
  function stored({ configs, docs }: GiipContent): GiipContent {
    const path = (sent: string): string => (switches.docPath === 'as-sent' ? sent : canonicalPath(sent));
    const source = (text: string): string =>
      switches.normalise === 'question-marks' ? normaliseText(text, 'question-marks') : text;
    return {
      configs: new Map([...configs].map(([key, text]) => [key, source(text)])),
      docs: new Map([...docs].map(([sent, text]) => [path(sent), normaliseText(text, switches.normalise)])),
    };
  }

  function commit(lssn: number, changes: GiipContent): void {
    const before = store.count(lssn);
    if (switches.push === 'replace-all') {
      const now = store.read(lssn);
      store.replace(lssn, {
        configs: changes.configs.size > 0 ? changes.configs : now.configs,
        docs: changes.docs.size > 0 ? changes.docs : now.docs,
      });
    } else {
      store.merge(lssn, changes);
    }
    store.pushed(lssn, before);
  }

  const firstHalf = (items: ReadonlyMap<string, string>): ReadonlyMap<string, string> =>
    new Map([...items].slice(0, Math.ceil(items.size / 2)));

  function put(request: GiipRequest): Reply {
    const { configs, docs } = request.changed;
    if ([...configs.keys(), ...docs.keys()].some(switches.refuses))
      return reply(400, 'Invalid parameter', 'null');
    const changes = stored(request.changed);
    if (switches.push === 'partial') {
      commit(request.lssn, { configs: firstHalf(changes.configs), docs: firstHalf(changes.docs) });
      return reply(500, 'Internal server error', 'null');
    }
    commit(request.lssn, changes);
    return reply(1, 'Successfully updated', `{${hashMembers(store.hashes(request.lssn)).join(',')}}`);
  }

  return (call, body) => {
    if (Buffer.byteLength(body) > switches.maxBodyBytes)
      return { status: 413, body: '<h1>413 Request Entity Too Large</h1>' };
    const request = readGiipRequest(body);
    const known = request !== null && (switches.lssns?.includes(request.lssn) ?? true);
    if (!known) return reply(400, 'Invalid parameter', 'null');
    if (request.at !== switches.token) return reply(-1, 'Unauthorized', 'null', switches.unauthorizedStatus);
    return call === 'get' ? get(request) : put(request);
  };
}
