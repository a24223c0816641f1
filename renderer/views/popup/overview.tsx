import type { JSX } from 'react';
import type { AppSnapshot } from '../../../shared/model/app-snapshot.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import type { Acting } from '../../hooks/use-act.ts';
import { text } from '../../text.ts';
import { AttentionCards } from './attention-cards.tsx';
import { Lists } from './lists.tsx';
import { PopupFooter } from './popup-footer.tsx';
import { PopupHeader } from './popup-header.tsx';
import { RehearsalBanner } from './rehearsal-banner.tsx';

interface Props {
  readonly snapshot: AppSnapshot;
  readonly acting: Acting;
}

/** State on top, then what needs a person, then the lists; the way to everything else at the bottom. */
export function Overview({ snapshot, acting }: Props): JSX.Element {
  const { act, error, dismiss } = acting;
  const calm = snapshot.state === 'inStep' && snapshot.activity.length === 0;
  return (
    <div className="popup">
      <PopupHeader snapshot={snapshot} act={act} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable by keyboard */}
      <main className="popup-body" tabIndex={0} aria-label={text.product}>
        {snapshot.rehearsal && <RehearsalBanner act={act} />}
        <FailureNotice error={error} onDismiss={dismiss} />
        <AttentionCards snapshot={snapshot} act={act} />
        <Lists snapshot={snapshot} act={act} />
        {calm && <p className="calm">{text.calm}</p>}
      </main>
      <PopupFooter snapshot={snapshot} act={act} />
    </div>
  );
}
