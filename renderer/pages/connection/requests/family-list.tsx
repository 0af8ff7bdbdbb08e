import type { RequestBudget } from '../../../../shared/library-status.ts';
import {
  FAMILY_NAMES,
  familyPhrase,
  requestLedgerTexts,
  unknownPhrase,
} from '../../../../shared/texts/request-ledger-texts.ts';
import { MeterBar } from '../../../components/meter-bar.tsx';
import { PictureKey } from '../../../pictures/picture-key.tsx';
import { useNow } from '../../../state/use-now.ts';
import { useWindowState } from '../../../state/window-state-context.ts';
import { FAMILY_FILLS } from './family-fills.ts';

/** What was asked for, each kind against its limit. It is the key to the chart's colours as well. */
export function FamilyList({ requests }: { readonly requests: RequestBudget }) {
  const { format } = useWindowState();
  const nowMs = useNow();
  const unknown = unknownPhrase(requests, format);
  return (
    <>
      <h3 className="visually-hidden">{requestLedgerTexts.byFamily}</h3>
      <ul className="families">
        {requests.families.map((each) => {
          const phrase = familyPhrase(each, requests, nowMs, format);
          const share = each.usedInLastDay / Math.max(1, requests.budgetPerFamilyPerDay);
          return (
            <li key={each.family} className="family-row">
              <PictureKey {...FAMILY_FILLS[each.family]} />
              <span className="family-name">{FAMILY_NAMES[each.family]}</span>
              <span className="family-meter">
                <MeterBar
                  label={FAMILY_NAMES[each.family]}
                  valueText={phrase}
                  share={Math.min(1, share)}
                  look={each.fullUntilMs === null ? 'plain' : 'attention'}
                />
              </span>
              <span className="family-use tabular" aria-hidden="true">
                {phrase}
              </span>
            </li>
          );
        })}
      </ul>
      {unknown !== null && <p className="section-note">{unknown}</p>}
    </>
  );
}
