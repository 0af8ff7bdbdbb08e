import { assertNever } from '../../shared/assert-never.ts';
import type { SessionState, SignInFailure } from '../../shared/session-state.ts';
import { describeSession } from '../../shared/texts/session-texts.ts';
import {
  describeSignInFailure,
  type FailureText,
} from '../../shared/texts/sign-in-failure-texts.ts';
import type { StatusTone } from '../../shared/texts/status-sentence.ts';
import type { TextFormat } from '../../shared/texts/text-format.ts';
import { CHOOSE_ANOTHER_PLACE } from '../../shared/texts/token-cache-texts.ts';
import { hashOfRoute } from '../state/route.ts';
import { useNow } from '../state/use-now.ts';
import { useWindowState } from '../state/window-state-context.ts';
import { WarningIcon } from './icons.tsx';
import { StatusGlyph } from './status-glyph.tsx';
import './last-failure.css';

/** Why there is no session: what happened and what to do. Nothing where that is plain. */
export function LastFailure({ state }: { readonly state: SessionState }) {
  const nowMs = useNow();
  const { format } = useWindowState();
  return <Told failure={failureOf(state, nowMs, format)} />;
}

/** Why a renewal came to nothing, where the session goes on without it. */
export function FailedSignIn({ failure }: { readonly failure: SignInFailure | null }) {
  return <Told failure={lastTry(failure)} />;
}

function Told({ failure }: { readonly failure: ToldFailure | null }) {
  if (failure === null) return null;
  const isCalm = failure.tone === 'waiting';
  return (
    <div
      className={isCalm ? 'last-failure last-failure-calm' : 'last-failure'}
      role={isCalm ? 'status' : 'alert'}
    >
      {isCalm ? <StatusGlyph tone="waiting" size={16} /> : <WarningIcon />}
      <div>
        <p className="last-failure-title">{failure.title}</p>
        <p>{failure.advice}</p>
        {failure.leadsToPlace === true && (
          <a className="text-link" href={hashOfRoute({ page: 'settings', section: 'sign-in' })}>
            {CHOOSE_ANOTHER_PLACE}
          </a>
        )}
      </div>
    </div>
  );
}

interface ToldFailure extends FailureText {
  readonly tone: StatusTone;
  /** The key can be kept somewhere else. */
  readonly leadsToPlace?: boolean;
}

function failureOf(state: SessionState, nowMs: number, format: TextFormat): ToldFailure | null {
  switch (state.kind) {
    case 'signed-out':
      return lastTry(state.lastFailure);
    case 'keychain-locked':
    case 'keychain-missing':
    case 'file-trouble':
    case 'sign-in-needed': {
      const failure = state.kind === 'sign-in-needed' ? lastTry(state.lastFailure ?? null) : null;
      if (failure !== null) return failure;
      const { tone, headline, detail } = describeSession(state, nowMs, format);
      const leadsToPlace = state.kind === 'keychain-missing' && !state.restartHelps;
      return { tone, title: headline, advice: detail ?? '', leadsToPlace };
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

function lastTry(failure: SignInFailure | null): ToldFailure | null {
  const text = failure === null ? null : describeSignInFailure(failure);
  return text === null ? null : { tone: 'attention', ...text };
}
