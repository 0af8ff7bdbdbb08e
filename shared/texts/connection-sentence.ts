import type { SessionSnapshot } from '../ipc-contract.ts';
import { signedInPhrase } from './access-life-texts.ts';
import { describeService } from './service-texts.ts';
import { describeSession } from './session-texts.ts';
import type { StatusSentence } from './status-sentence.ts';
import type { TextFormat } from './text-format.ts';

type Input = Pick<SessionSnapshot, 'mode' | 'state' | 'service' | 'account'>;

/**
 * The connection in one sentence: the session first and, where that is well, Spotify's service.
 * Where both are, it says who is signed in.
 */
export function connectionSentence(
  { mode, state, service, account }: Input,
  nowMs: number,
  format: TextFormat = {},
): StatusSentence {
  const sentence = describeSession(state, nowMs, format);
  const isSample = mode === 'sample';
  switch (state.kind) {
    case 'active': {
      const trouble = describeService(service, nowMs, format);
      if (trouble !== null) return trouble;
      const detail = sentence.detail ?? signedInPhrase(state.life.way, account, mode);
      const headline = isSample ? 'Connected to the sample library' : sentence.headline;
      return { ...sentence, headline, detail };
    }
    case 'refreshing': {
      const detail = signedInPhrase(state.life?.way ?? 'authorization-code', account, mode);
      const headline = isSample ? 'Renewing access to the sample library' : sentence.headline;
      return { ...sentence, headline, detail };
    }
    default:
      return sentence;
  }
}
