import { assertNever } from '../assert-never.ts';
import type { MonitorState, PassPause, PassProgress } from '../library-status.ts';
import type { ServiceState } from '../session-state.ts';
import { countOf, groupedNumber } from './quantities.ts';
import { describeService } from './service-texts.ts';
import type { StatusSentence } from './status-sentence.ts';
import type { TextFormat } from './text-format.ts';
import { comingPhrase, untilPhrase } from './time-phrases.ts';

/** What the monitor does. `libraryName` is "your library" or "the sample library". */
export function describeMonitor(
  state: MonitorState,
  unreadChanges: number,
  libraryName: string,
  nowMs: number,
  format: TextFormat = {},
): StatusSentence {
  switch (state.kind) {
    case 'idle':
      return {
        tone: 'busy',
        headline: 'Getting ready',
        detail: `Watching ${libraryName} starts in a moment.`,
        action: null,
      };
    case 'watching': {
      const next = `Next check ${comingPhrase(state.nextCheckAtMs, nowMs, format)}.`;
      return {
        tone: 'good',
        headline: `Watching ${libraryName}`,
        detail:
          unreadChanges === 0
            ? next
            : `${countOf(unreadChanges, 'new change', 'new changes', format)}. ${next}`,
        action: 'check-now',
      };
    }
    case 'checking':
      return {
        tone: 'busy',
        headline:
          state.progress.kind === 'first-pass'
            ? `Reading ${libraryName} for the first time`
            : `Checking ${libraryName}`,
        detail: `${capitalized(progressPhrase(state.progress, format))}.`,
        action: null,
      };
    case 'paused':
      return withProgress(describePause(state.pause, nowMs, format), state.progress, format);
    default:
      return assertNever(state);
  }
}

/** "3,400 of 12,000 items", "3,400 items so far", "looking at what there is". */
export function progressPhrase(progress: PassProgress, format: TextFormat = {}): string {
  const { itemsDone, itemsTotal } = progress;
  if (itemsTotal !== null && itemsTotal > 0) {
    return `${groupedNumber(itemsDone, format)} of ${countOf(itemsTotal, 'item', 'items', format)}`;
  }
  return itemsDone > 0
    ? `${countOf(itemsDone, 'item', 'items', format)} so far`
    : 'looking at what there is';
}

function describePause(pause: PassPause, nowMs: number, format: TextFormat): StatusSentence {
  switch (pause.kind) {
    case 'by-user':
      return {
        tone: 'waiting',
        headline:
          pause.untilMs === null
            ? 'Paused by you'
            : `Paused ${untilPhrase(pause.untilMs, nowMs, format)}`,
        detail:
          pause.untilMs === null
            ? 'Nothing is checked until you resume it.'
            : 'You paused it. From then on it goes on by itself.',
        action: 'resume',
      };
    case 'session':
      return {
        tone: 'waiting',
        headline: 'Waiting for the connection to Spotify',
        detail: 'Checking goes on by itself.',
        action: 'retry',
      };
    case 'offline':
    case 'not-allow-listed':
    case 'scope-missing':
      return ofService(pause, nowMs, format);
    case 'service':
      return ofService({ kind: pause.reason, untilMs: pause.untilMs }, nowMs, format);
    case 'disk-full':
      return {
        tone: 'attention',
        headline: 'The disk is full',
        detail: 'Nothing is lost. Free some space, then check again.',
        action: 'check-now',
      };
    case 'storage-failed':
      return {
        tone: 'attention',
        headline: 'The library file cannot be used right now',
        detail: 'What is stored stays as it is. Check again, or quit Cratewatch and start it anew.',
        action: 'check-now',
      };
    default:
      return assertNever(pause);
  }
}

function ofService(
  state: Exclude<ServiceState, { kind: 'ok' }>,
  nowMs: number,
  format: TextFormat,
): StatusSentence {
  const sentence = describeService(state, nowMs, format);
  if (sentence === null) {
    throw new Error(`No sentence for a pause: ${state.kind}`);
  }
  return sentence;
}

/** Where an unfinished first pass stands, so that a long wait does not look like a loss. */
function withProgress(
  sentence: StatusSentence,
  progress: PassProgress | null,
  format: TextFormat,
): StatusSentence {
  if (progress === null || progress.kind !== 'first-pass' || progress.itemsDone === 0) {
    return sentence;
  }
  const standing = `First pass: ${progressPhrase(progress, format)}.`;
  return {
    ...sentence,
    detail: sentence.detail === null ? standing : `${sentence.detail} ${standing}`,
  };
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
