import type { Change } from '../../shared/change.ts';
import { changeAddress } from '../../shared/change-address.ts';
import type { MonitorState } from '../../shared/library-status.ts';
import { pauseEndMs } from '../../shared/pause-choice.ts';
import { isRenewalNear } from '../../shared/renewal-notice.ts';
import type { SessionState } from '../../shared/session-state.ts';
import { shortChange } from '../../shared/texts/short-change.ts';
import {
  canBePaused,
  isPausedByUser,
  type StatusAction,
  type StatusInput,
  statusSentence,
} from '../../shared/texts/status-sentence.ts';
import type { TextFormat } from '../../shared/texts/text-format.ts';
import { momentPhrase, shortDay, untilPhrase } from '../../shared/texts/time-phrases.ts';
import { trayTexts } from '../../shared/texts/tray-texts.ts';
import { blockedCheckPhrase, currentWait } from '../../shared/texts/wait-texts.ts';
import type { PageHash } from './main-window.ts';
import { type TrayIcon, trayIconState } from './tray-icon.ts';

/** How many of the last changes the menu names. */
export const CHANGES_IN_MENU = 5;

export type TrayAction =
  | 'check-now'
  | 'sign-in'
  | 'retry'
  | 'pause-for-an-hour'
  | 'pause-until-tomorrow'
  | 'resume'
  /** Ends Cratewatch and starts it again. */
  | 'restart'
  | 'open'
  /** Opens the window at its Connection page. */
  | 'connection'
  | 'quit';

export type TrayMenuItem =
  | { readonly kind: 'text'; readonly label: string }
  | { readonly kind: 'separator' }
  | { readonly kind: 'action'; readonly label: string; readonly action: TrayAction }
  /** Opens the window at this page. */
  | { readonly kind: 'page'; readonly label: string; readonly address: PageHash };

/** What the tray is told. */
export interface TrayInput extends StatusInput {
  /** The last changes, newest first. */
  readonly latest: readonly Change[];
}

/** Everything that the tray shows. */
export interface TrayView {
  readonly icon: TrayIcon;
  readonly tooltip: string;
  readonly menu: readonly TrayMenuItem[];
}

/** What the tray shows until the first state is known. */
export const STARTING_TRAY_VIEW: TrayView = {
  icon: { state: 'working', hasDot: false },
  tooltip: trayTexts.tooltip(trayTexts.starting),
  menu: [
    { kind: 'text', label: trayTexts.starting },
    { kind: 'separator' },
    { kind: 'action', label: trayTexts.open, action: 'open' },
    { kind: 'separator' },
    { kind: 'action', label: trayTexts.quit, action: 'quit' },
  ],
};

/**
 * What the tray says about a state. Times are absolute: a menu may stay on a panel for hours, where
 * "in 12 minutes" would soon be wrong.
 *
 * @param nowMs wall-clock time in milliseconds since the Unix epoch
 * @param locale a BCP 47 tag; the machine's own when left out
 * @param timeZone an IANA zone; the machine's own when left out
 */
export function trayView(
  input: TrayInput,
  nowMs: number,
  locale?: string,
  timeZone?: string,
): TrayView {
  const format = { locale, timeZone };
  const status = statusSentence(input, nowMs, locale, timeZone);
  const action =
    statusAction(status.action, input, nowMs, format) ?? blockedCheck(input, nowMs, format);
  const news = input.unreadChanges > 0 ? trayTexts.newChanges(input.unreadChanges, format) : null;
  return {
    icon: { state: trayIconState(status.tone), hasDot: news !== null },
    tooltip: trayTexts.tooltip(status.headline, news),
    menu: [
      { kind: 'text', label: status.headline },
      ...(status.tone === 'good' ? nextCheck(input.monitor, nowMs, format) : []),
      { kind: 'separator' },
      ...lastChanges(input.latest, news, format),
      ...(action === null ? [] : [action]),
      ...pausing(input, nowMs, format),
      ...renewal(input, nowMs, format),
      { kind: 'action', label: trayTexts.open, action: 'open' },
      ...connection(input.session),
      { kind: 'separator' },
      { kind: 'action', label: trayTexts.quit, action: 'quit' },
    ],
  };
}

function nextCheck(monitor: MonitorState, nowMs: number, format: TextFormat): TrayMenuItem[] {
  return monitor.kind === 'watching'
    ? [
        {
          kind: 'text',
          label: trayTexts.nextCheck(momentPhrase(monitor.nextCheckAtMs, nowMs, format)),
        },
      ]
    : [];
}

/** Each leads to its own page; how many nobody has seen yet, to all of those. */
function lastChanges(
  latest: readonly Change[],
  news: string | null,
  format: TextFormat,
): readonly TrayMenuItem[] {
  const items: readonly TrayMenuItem[] = [
    ...(news === null ? [] : [{ kind: 'page', label: news, address: '#/changes?new' } as const]),
    ...latest.slice(0, CHANGES_IN_MENU).map(
      (change): TrayMenuItem => ({
        kind: 'page',
        label: shortChange(change, format),
        address: changeAddress(change),
      }),
    ),
  ];
  return items.length === 0 ? [] : [...items, { kind: 'separator' }];
}

/** While a library is watched, its watch can be paused; ending that is offered by the sentence. */
function pausing(input: StatusInput, nowMs: number, format: TextFormat): readonly TrayMenuItem[] {
  return canBePaused(input)
    ? [
        { kind: 'action', label: trayTexts.pauseForAnHour, action: 'pause-for-an-hour' },
        {
          kind: 'action',
          label: trayTexts.pause(
            untilPhrase(pauseEndMs('tomorrow', nowMs) ?? nowMs, nowMs, format),
          ),
          action: 'pause-until-tomorrow',
        },
      ]
    : checkDespitePause(input);
}

/** The user's pause holds back only what would be checked by itself. */
function checkDespitePause(input: StatusInput): readonly TrayMenuItem[] {
  return isPausedByUser(input)
    ? [{ kind: 'action', label: trayTexts.checkNow, action: 'check-now' }]
    : [];
}

/** Renewing, where the six months are nearly over. The day is named: a count of days would age. */
function renewal(
  { mode, session }: StatusInput,
  nowMs: number,
  format: TextFormat,
): readonly TrayMenuItem[] {
  const life = session.kind === 'active' || session.kind === 'refreshing' ? session.life : null;
  const endsAtMs = life?.renewBeforeMs ?? null;
  if (mode === 'sample' || endsAtMs === null || !isRenewalNear(endsAtMs, nowMs)) {
    return [];
  }
  const day = shortDay(endsAtMs, nowMs, format);
  const label = endsAtMs > nowMs ? trayTexts.renewEnds(day) : trayTexts.renewEnded(day);
  return [{ kind: 'action', label, action: 'connection' }];
}

/** Before anybody has signed in the window has no such page. */
function connection({ kind }: SessionState): readonly TrayMenuItem[] {
  return kind === 'signed-out' || kind === 'authorizing' || kind === 'confirming-account'
    ? []
    : [{ kind: 'action', label: trayTexts.connection, action: 'connection' }];
}

/** In place of "Check now", where nothing can be asked for a while: why, and until when. */
function blockedCheck(
  { session, monitor, service }: StatusInput,
  nowMs: number,
  format: TextFormat,
): TrayMenuItem | null {
  const isWatching = session.kind === 'active' || session.kind === 'refreshing';
  const wait = isWatching ? currentWait(monitor, service) : null;
  return wait && { kind: 'text', label: blockedCheckPhrase(wait, nowMs, format) };
}

function statusAction(
  action: StatusAction,
  { monitor }: StatusInput,
  nowMs: number,
  format: TextFormat,
): TrayMenuItem | null {
  if (action === null) {
    return null;
  }
  if (action === 'resume' && monitor.kind === 'paused' && monitor.pause.kind === 'by-user') {
    const { untilMs } = monitor.pause;
    const label =
      untilMs === null
        ? trayTexts.actions.resume
        : trayTexts.resume(untilPhrase(untilMs, nowMs, format));
    return { kind: 'action', label, action };
  }
  return {
    kind: 'action',
    label: trayTexts.actions[action],
    // Both lead to the same page of the window.
    action: action === 'go-on-signing-in' ? 'sign-in' : action,
  };
}
