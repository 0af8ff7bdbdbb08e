import { assertNever } from '../../shared/assert-never.ts';
import type { SessionState } from '../../shared/session-state.ts';
import { describeSession } from '../../shared/texts/session-texts.ts';
import {
  describeSignInFailure,
  type FailureText,
} from '../../shared/texts/sign-in-failure-texts.ts';
import type { TextFormat } from '../../shared/texts/text-format.ts';
import { useNow } from '../state/use-now.ts';
import { useWindowState } from '../state/window-state-context.ts';
import { WarningIcon } from './icons.tsx';
import './last-failure.css';

/** Why there is no session: what happened and what to do. Nothing where that is plain. */
export function LastFailure({ state }: { readonly state: SessionState }) {
  const nowMs = useNow();
  const { format } = useWindowState();
  const failure = failureOf(state, nowMs, format);
  if (failure === null) return null;
  return (
    <div className="last-failure" role="alert">
      <WarningIcon />
      <div>
        <p className="last-failure-title">{failure.title}</p>
        <p>{failure.advice}</p>
      </div>
    </div>
  );
}

function failureOf(state: SessionState, nowMs: number, format: TextFormat): FailureText | null {
  switch (state.kind) {
    case 'signed-out':
      return state.lastFailure === null ? null : describeSignInFailure(state.lastFailure);
    case 'keychain-locked':
    case 'keychain-missing':
    case 'file-trouble':
    case 'sign-in-needed': {
      const { headline, detail } = describeSession(state, nowMs, format);
      return { title: headline, advice: detail ?? '' };
    }
    case 'active':
    case 'refreshing':
    case 'offline':
    case 'waiting':
    case 'authorizing':
    case 'confirming-account':
      return null;
    default:
      return assertNever(state);
  }
}
