import type { MachinePolicy } from '../../shared/model/policy.ts';
import { policyToken } from '../policy/policy-token.ts';
import type { RunPlace } from './run-place.ts';

const OPTIONS = { workspace: '--workspace', apiUrl: '--api-url', lssn: '--lssn' } as const;

function sourceOfToken({ ruled }: MachinePolicy): string {
  return (ruled.tokenCommand ?? ruled.tokenFile)?.source ?? '';
}

/** The ways in which a token was given, although the policy provides one for this address. */
function tokenWords({ line, environment, policy }: RunPlace, apiUrl: string): readonly string[] {
  if (policyToken(policy(), apiUrl, environment) === null) return [];
  const given = [
    line.tokenStdin && '--token-stdin',
    line.giipConfig !== undefined && 'the token of --giip-config',
    environment.OPENCLAW_SYNC_TOKEN && 'OPENCLAW_SYNC_TOKEN',
  ];
  return given.flatMap((what) =>
    what ? [`${what} is not used: ${sourceOfToken(policy())} provides the Agent Token.`] : [],
  );
}

/** What was asked for and is not done, because IT decided otherwise; one sentence each. */
export function overruledWords(place: RunPlace, apiUrl: string): readonly string[] {
  const { line, policy } = place;
  const { managed } = policy();
  const options = (['workspace', 'apiUrl', 'lssn'] as const).flatMap((key) => {
    const source = managed[key]?.source;
    return line[key] === undefined || source === undefined
      ? []
      : [`${OPTIONS[key]} is not used: ${source} sets ${key}.`];
  });
  return [...options, ...tokenWords(place, apiUrl)];
}
