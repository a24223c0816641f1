import { giipJson } from './giip-json.ts';
import { type GiipCall, type GiipListener, listenAsGiip } from './giip-listener.ts';
import { type GiipRequest, readGiipRequest } from './giip-request.ts';
import { createGiipStore, type GiipStore } from './giip-store.ts';

export interface GiipServer extends GiipListener {
  readonly store: GiipStore;
}

export interface GiipServerOptions {
  /** The only Agent Token that is let in. */
  readonly token: string;
  readonly store?: GiipStore;
  readonly port?: number;
}

function hashMembers(store: GiipStore, lssn: number): string {
  const { config, doc } = store.hashes(lssn);
  return `"newConfigHash":"${config}","newDocHash":"${doc}"`;
}

function answerGet(store: GiipStore, request: GiipRequest): string {
  const { config, doc } = store.hashes(request.lssn);
  if (request.configHash === config && request.docHash === doc) {
    return giipJson.envelope(304, 'Not modified', 'null');
  }
  const { configs, docs } = store.read(request.lssn);
  const sections = `"configData":${giipJson.configs(configs)},"docData":${giipJson.docs(docs)}`;
  return giipJson.envelope(1, 'Update required', `{${hashMembers(store, request.lssn)},${sections}}`);
}

function answerPut(store: GiipStore, request: GiipRequest): string {
  store.merge(request.lssn, request.changed);
  return giipJson.envelope(1, 'Successfully updated', `{${hashMembers(store, request.lssn)}}`);
}

function answer(store: GiipStore, token: string, call: GiipCall, body: string): string {
  const request = readGiipRequest(body);
  if (request === null) return giipJson.envelope(400, 'Invalid parameter', 'null');
  if (request.at !== token) return giipJson.envelope(-1, 'Unauthorized', 'null');
  return call === 'get' ? answerGet(store, request) : answerPut(store, request);
}

/** The pretend GIIP of rehearsal mode: both calls as published, in memory, on loopback. */
export async function startGiipServer(options: GiipServerOptions): Promise<GiipServer> {
  const store = options.store ?? createGiipStore();
  const listener = await listenAsGiip((call, body, _request, response) => {
    response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' });
    response.end(answer(store, options.token, call, body));
  }, options.port);
  return { ...listener, store };
}
