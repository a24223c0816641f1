import type { JSX } from 'react';
import { Button } from '../../components/button.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { WhichConnection } from '../../components/which-connection.tsx';
import { connectionsText } from '../../connections-text.ts';
import { setupText } from '../../setup-text.ts';
import { Candidates } from './candidates.tsx';
import { RehearsalOffer } from './rehearsal-offer.tsx';
import { SetupFields } from './setup-fields.tsx';
import type { Setup } from './use-setup.ts';

interface Props {
  readonly setup: Setup;
  /** True when a connection stands already and is being changed. */
  readonly connected: boolean;
  /** True when it becomes a further one. */
  readonly isFurther: boolean;
}

/** What the last question to GIIP came to. */
function Answer({ setup }: { readonly setup: Setup }): JSX.Element {
  const { busy, found } = setup;
  const words = busy === 'test' ? setupText.testing : busy === 'plan' ? setupText.planning : null;
  return (
    <output className={found === null ? 'answer' : 'answer answer-good'}>
      {words ?? (found !== null && setupText.tested(found))}
    </output>
  );
}

/** The first screen: the three things that are needed. */
export function SetupScreen({ setup, connected, isFurther }: Props): JSX.Element {
  const { form, busy } = setup;
  const firstTitle = isFurther ? connectionsText.addTitle : setupText.title;
  return (
    <main className="page">
      <header className="page-header">
        <h1>{connected ? setupText.changeTitle : firstTitle}</h1>
        {connected && <WhichConnection />}
        <p>{setupText.intro}</p>
      </header>
      <Candidates chosen={form.values.candidate} onChoose={form.pickCandidate} />
      <form
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (busy === null) void setup.plan();
        }}
      >
        <SetupFields form={form} />
        <FailureNotice error={setup.error} />
        <div className="form-actions">
          <Button type="submit" kind="primary" inert={busy !== null}>
            {setupText.start}
          </Button>
          <Button inert={busy !== null} onClick={() => void setup.test()}>
            {setupText.test}
          </Button>
          <Answer setup={setup} />
        </div>
      </form>
      {!connected && !isFurther && <RehearsalOffer busy={busy !== null} onStart={setup.rehearse} />}
    </main>
  );
}
