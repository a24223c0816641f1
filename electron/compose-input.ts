import { homedir } from 'node:os';
import { fail, ok } from '../shared/model/sync-error.ts';
import { parseApiUrl } from './api/parse-api-url.ts';
import type { GiipConfigs, InputRules } from './app/ports.ts';
import { parseLssn, parseToken } from './stores/token-text.ts';
import { findGiipConfigs, readGiipConfig } from './workspace/giip-config-files.ts';
import { usableFolder } from './workspace/usable-folder.ts';

/** What people type, checked by those whom it concerns. */
export const inputRules: InputRules = {
  apiUrl(text) {
    const url = parseApiUrl(text);
    return url.ok ? ok(url.value.href.replace(/\/$/, '')) : url;
  },
  lssn: parseLssn,
  token: parseToken,
  workspace: usableFolder,
};

/** The giipAgent.cfg files of this computer. */
export const giipConfigs: GiipConfigs = {
  candidates: async (workspace) =>
    findGiipConfigs(workspace, homedir()).map((found) => ({ id: found.file, ...found })),
  async token(file) {
    const read = readGiipConfig(file);
    if (!read.ok) return read;
    const { token, problem } = read.value;
    return token === null ? fail('giip-config-incomplete', problem ?? undefined) : ok(token);
  },
};
