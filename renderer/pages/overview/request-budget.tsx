import { Meter } from 'react-aria-components';
import type { RequestBudget as Budget } from '../../../shared/library-status.ts';
import { budgetPhrase, overviewTexts } from '../../../shared/texts/overview-texts.ts';
import { useWindowState } from '../../state/window-state-context.ts';
import { Section } from './section.tsx';

/** How much of the day's requests is used. */
export function RequestBudget({ requests }: { readonly requests: Budget }) {
  const { format } = useWindowState();
  const texts = overviewTexts.requests;
  const phrase = budgetPhrase(requests, format);
  const share = Math.min(1, requests.usedInLastDay / Math.max(1, requests.budgetPerDay));
  return (
    <Section title={texts.title} aside={<span className="section-aside tabular">{phrase}</span>}>
      <Meter aria-label={texts.title} value={share * 100} valueLabel={phrase}>
        <div className="budget-track">
          <div className="budget-fill" style={{ width: `${share * 100}%` }} />
        </div>
      </Meter>
      <p className="section-note">{texts.explanation}</p>
    </Section>
  );
}
