import { type JSX, useId } from 'react';
import type { CallInput } from '../../../shared/ipc/contract.ts';
import type { NetworkState, NetworkWay } from '../../../shared/model/network-state.ts';
import type { Settings } from '../../../shared/model/settings.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { networkText as words } from '../../network-text.ts';
import { CaFileSetting } from './ca-file-setting.tsx';
import { ProxySetting } from './proxy-setting.tsx';
import { ProxyUser } from './proxy-user.tsx';
import { useNetwork } from './use-network.ts';

interface Props {
  readonly settings: Settings;
  readonly onChange: (change: CallInput<'settings.update'>) => void;
}

function wayWords({ proxy, source }: NetworkWay): string {
  return proxy === null ? words.direct : words.sources[source](proxy);
}

function Ways({ ways }: Pick<NetworkState, 'ways'>): JSX.Element {
  return (
    <dl className="facts">
      <div>
        <dt>{words.now}</dt>
        <dd>{ways.map(wayWords).join(' → ')}</dd>
      </div>
    </dl>
  );
}

/** How GIIP is reached: the proxy, what it is signed in to with, and whom secure connections trust. */
export function NetworkSection({ settings, onChange }: Props): JSX.Element {
  const id = useId();
  const { proxy, caFile } = settings;
  const { network, error, signIn, signOut } = useNetwork(`${proxy} ${caFile}`);
  const hasProxy = network?.ways.some((way) => way.proxy !== null) ?? false;
  return (
    <section className="group" aria-labelledby={id}>
      <h2 id={id}>{words.title}</h2>
      <div className="group-box">
        <ProxySetting proxy={proxy} onProxy={(next) => onChange({ proxy: next })} />
        <FailureNotice error={error ?? network?.problem ?? null} />
        {network !== null && network.ways.length > 0 && <Ways ways={network.ways} />}
        {network !== null && hasProxy && <ProxyUser user={network.user} signIn={signIn} signOut={signOut} />}
        <CaFileSetting
          file={caFile}
          problem={network?.caProblem ?? null}
          onFile={(file) => onChange({ caFile: file })}
        />
      </div>
    </section>
  );
}
