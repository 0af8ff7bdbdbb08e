import type { RequestBudget as Budget } from '../../../shared/library-status.ts';
import { budgetPhrase, overviewTexts } from '../../../shared/texts/overview-texts.ts';
import { MeterBar } from '../../components/meter-bar.tsx';
import { Section } from '../../components/section.tsx';
import { hashOfRoute } from '../../state/route.ts';
import { useWindowState } from '../../state/window-state-context.ts';

/** How much of the day's requests is used. */
export function RequestBudget({ requests }: { readonly requests: Budget }) {
  const { format } = useWindowState();
  const texts = overviewTexts.requests;
  const phrase = budgetPhrase(requests, format);
  const share = Math.min(1, requests.usedInLastDay / Math.max(1, requests.budgetPerDay));
  return (
    <Section title={texts.title} aside={<span className="section-aside tabular">{phrase}</span>}>
      <MeterBar
        label={texts.title}
        valueText={phrase}
        share={share}
        look={requests.fullUntilMs === null ? 'plain' : 'attention'}
      />
      <p className="section-note">{texts.explanation}</p>
      <a className="text-link" href={hashOfRoute({ page: 'connection', section: 'requests' })}>
        {texts.byHour}
      </a>
    </Section>
  );
}
