import type { JSX } from 'react';
import { ManagedPolicy } from '../../components/managed-policy.tsx';
import { useSnapshot } from '../../hooks/use-snapshot.ts';
import { DoneScreen } from './done-screen.tsx';
import { PlanScreen } from './plan-screen.tsx';
import { SetupScreen } from './setup-screen.tsx';
import { useSetup } from './use-setup.ts';

/** The set-up window: what is needed, what would happen, done. */
export function SetupView(): JSX.Element {
  return (
    <ManagedPolicy>
      <SetupSteps />
    </ManagedPolicy>
  );
}

function SetupSteps(): JSX.Element {
  const snapshot = useSnapshot();
  const setup = useSetup();
  const { step } = setup;
  switch (step.name) {
    case 'plan':
      return (
        <PlanScreen plan={step.plan} busy={setup.busy !== null} onStart={setup.start} onBack={setup.back} />
      );
    case 'done':
      return <DoneScreen trayHost={snapshot?.trayHost ?? true} waiting={step.waiting} />;
    case 'form':
      return (
        <SetupScreen
          setup={setup}
          connected={snapshot?.connection != null && !snapshot.rehearsal}
          isFurther={snapshot?.connection === null && snapshot.connections.length > 0}
        />
      );
  }
}
