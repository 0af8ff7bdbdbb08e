import { useEffect } from 'react';
import type { SessionSnapshot } from '../../../../shared/ipc-contract.ts';
import type { LibraryStatus } from '../../../../shared/library-status.ts';
import { budgetPhrase } from '../../../../shared/texts/overview-texts.ts';
import { leftPhrase, requestLedgerTexts } from '../../../../shared/texts/request-ledger-texts.ts';
import { currentWait } from '../../../../shared/texts/wait-texts.ts';
import { MeterBar } from '../../../components/meter-bar.tsx';
import { Section } from '../../../components/section.tsx';
import { hashOfRoute } from '../../../state/route.ts';
import { useNow } from '../../../state/use-now.ts';
import { useWindowState } from '../../../state/window-state-context.ts';
import { FamilyList } from './family-list.tsx';
import { HoursChart } from './hours-chart.tsx';
import { WaitLine } from './wait-line.tsx';
import './requests.css';

const texts = requestLedgerTexts;
/** Requests grow a day old and hours begin without anything being told. */
const REFRESH_MS = 60_000;

interface RequestsProps {
  readonly session: SessionSnapshot;
  readonly status: LibraryStatus;
}

/** The requests of the last 24 hours against the user's own limits, by hour and by family. */
export function Requests({ session, status }: RequestsProps) {
  const { format } = useWindowState();
  const nowMs = useNow();
  useFreshLibrary();
  const { requests, monitor } = status;
  const { usedInLastDay, budgetPerDay, keptForUser } = requests;
  const wait = currentWait(monitor, session.service);
  const phrase = budgetPhrase(requests, format);
  const isFull = requests.fullUntilMs !== null;
  return (
    <Section
      title={texts.title}
      anchor="requests"
      aside={<span className="section-aside tabular">{phrase}</span>}
    >
      {wait !== null && <WaitLine wait={wait} />}
      <div className="connection-bar">
        <MeterBar
          label={texts.label}
          valueText={phrase}
          share={Math.min(1, usedInLastDay / Math.max(1, budgetPerDay))}
          markAt={(budgetPerDay - keptForUser) / Math.max(1, budgetPerDay)}
          look={isFull ? 'attention' : 'plain'}
        />
      </div>
      <p className="connection-soft tabular">{leftPhrase(requests, nowMs, format)}</p>
      <HoursChart hours={requests.hours} />
      <FamilyList requests={requests} />
      <p className="section-note requests-note">{texts.explanation}</p>
      <a className="text-link" href={hashOfRoute({ page: 'settings', section: 'requests' })}>
        {texts.change}
      </a>
    </Section>
  );
}

function useFreshLibrary(): void {
  const { clock, library } = useWindowState();
  useEffect(() => {
    let timer = clock.setTimer(REFRESH_MS, tick);
    function tick() {
      library.refresh();
      timer = clock.setTimer(REFRESH_MS, tick);
    }
    return () => timer.cancel();
  }, [clock, library]);
}
