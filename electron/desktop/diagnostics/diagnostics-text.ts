import type { LibraryStatus } from '../../../shared/library-status.ts';
import type { ServiceState, SessionState } from '../../../shared/session-state.ts';
import { diagnosticsTexts } from '../../../shared/texts/diagnostics-texts.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../storage/settings.ts';
import { type PrivateNames, withoutPrivate } from './without-private.ts';

/** Everything that is known of a running Cratewatch; what is private in it does not come out. */
export interface DiagnosticsInput {
  readonly versions: Readonly<Record<string, string | null>>;
  readonly system: {
    readonly platform: string;
    readonly arch: string;
    readonly release: string;
    /** As the environment names them; null where it does not. */
    readonly desktop: string | null;
    readonly sessionType: string | null;
    readonly locale: string;
    /** Minutes east of UTC; the zone itself would say where somebody lives. */
    readonly utcOffsetMinutes: number;
    readonly isPackaged: boolean;
    readonly isInAppImage: boolean;
  };
  readonly uptimeSeconds: number;
  readonly formerEnd: string;
  readonly mode: 'spotify' | 'sample';
  readonly session: SessionState;
  readonly service: ServiceState;
  /** Null where the database cannot say. */
  readonly status: LibraryStatus | null;
  readonly settings: Settings;
  /** Kinds of the notices that stand. */
  readonly notices: readonly string[];
  readonly logLines: readonly string[];
  readonly names: PrivateNames;
}

/** Settings whose value is one of a few words. Of any other text only that it was changed is said. */
const WORD_SETTINGS: ReadonlySet<string> = new Set(['appearance', 'tokenCache']);
/** Kept in the settings file, but set by nobody. */
const NO_SETTINGS: ReadonlySet<string> = new Set([
  'version',
  'clientId',
  'session',
  'refreshes',
  'renewalTold',
  'windowBounds',
  'windowView',
]);

const VERSION = /^[\w.+~-]{1,40}$/;
const LOCALE = /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}$/;
const KNOWN_DESKTOP =
  /^(?:GNOME|GNOME-Classic|KDE|XFCE|X-Cinnamon|Cinnamon|MATE|LXDE|LXQt|Unity|Budgie|Pantheon|Deepin|COSMIC|sway|Hyprland|i3|ubuntu|pop)$/i;
const SESSION_TYPES: ReadonlySet<string> = new Set(['x11', 'wayland', 'tty', 'mir']);

/** The text that "Copy diagnostics" shows and copies: for a report of a fault, and for anybody. */
export function diagnosticsText(input: DiagnosticsInput): string {
  const { versions, system, names, logLines } = input;
  const { parts: heads } = diagnosticsTexts;
  const parts = [
    heads.head,
    section(
      heads.versions,
      Object.entries(versions).map(([name, version]) => [name, known(version, VERSION)]),
    ),
    section(heads.system, [
      ['platform', known(`${system.platform}-${system.arch}`, VERSION)],
      ['release', known(system.release, VERSION)],
      ['desktop', desktopOf(system.desktop)],
      ['session type', sessionTypeOf(system.sessionType)],
      ['locale', known(system.locale, LOCALE)],
      ['minutes from UTC', system.utcOffsetMinutes],
      ['packaged', system.isPackaged],
      ['AppImage', system.isInAppImage],
    ]),
    section(heads.state, stateRows(input)),
    section(
      heads.library,
      input.status === null ? [['status', 'unknown']] : libraryRows(input.status),
    ),
    section(heads.settings, settingRows(input.settings)),
    `${heads.log}\n${logLines.map((line) => `  ${line}`).join('\n')}`,
  ];
  // All of it, not the log alone: who knows what a system is called, or its desktop.
  return withoutPrivate(`${parts.join('\n\n')}\n`, names);
}

type Row = readonly [name: string, value: string | number | boolean];

function section(title: string, rows: readonly Row[]): string {
  const lines = rows.map(([name, value]) => `  ${name}: ${value}`);
  return [title, ...(lines.length === 0 ? ['  none'] : lines)].join('\n');
}

function stateRows(input: DiagnosticsInput): readonly Row[] {
  const { session, service, settings, status } = input;
  return [
    ['uptime in seconds', Math.round(input.uptimeSeconds)],
    ['end of the last run', input.formerEnd],
    ['mode', input.mode],
    ['session', kindOf(session)],
    ['service', kindOf(service)],
    ['monitor', status === null ? 'unknown' : kindOf(status.monitor)],
    ...(status?.monitor.kind === 'paused'
      ? [['pause', kindOf(status.monitor.pause)] as const]
      : []),
    ['sign-in kept in', settings.tokenCache],
    ['proxy', settings.proxy.kind],
    ['notices', input.notices.join(', ') || 'none'],
  ];
}

/** The kind of a state, with the reason or cause that it has one of: words of our own, all of them. */
function kindOf(state: SessionState | ServiceState | { readonly kind: string }): string {
  const reason = 'reason' in state ? state.reason : 'cause' in state ? state.cause : null;
  return typeof reason === 'string' ? `${state.kind} (${reason})` : state.kind;
}

function libraryRows({ totals, requests, collections, ...status }: LibraryStatus): readonly Row[] {
  const changes = status.changesPerDay.reduce(
    (sum, { added, removed, other }) => sum + added + removed + other,
    0,
  );
  return [
    ['saved tracks', totals.savedTracks],
    ['playlists', totals.playlists],
    ['watched playlists', totals.watchedPlaylists],
    ['playlist items', totals.playlistItems],
    ['unavailable items', totals.unavailableItems],
    ...collections.map(({ kind, state, items }): Row => [kind, `${items}, ${state}`]),
    ['unread changes', status.unreadChanges],
    ['changes in 14 days', changes],
    ['first pass done', status.baselineAtMs !== null],
    ['requests in 24 hours', `${requests.usedInLastDay} of ${requests.budgetPerDay}`],
  ];
}

function settingRows(settings: Settings): readonly Row[] {
  const defaults = new Map<string, unknown>(Object.entries(DEFAULT_SETTINGS));
  return Object.entries(settings)
    .filter(([name, value]) => !NO_SETTINGS.has(name) && !isSame(value, defaults.get(name)))
    .map(([name, value]): Row => [name, harmless(name, value)]);
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function harmless(name: string, value: unknown): string | number | boolean {
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  if (value === null) return 'none';
  return typeof value === 'string' && WORD_SETTINGS.has(name) ? value : 'changed';
}

function known(text: string | null, form: RegExp): string {
  if (text === null) return 'unknown';
  return form.test(text) ? text : 'other';
}

/** `ubuntu:GNOME` names several; anybody can put anything there. */
function desktopOf(desktop: string | null): string {
  if (desktop === null) return 'unknown';
  return desktop
    .split(':')
    .map((name) => (KNOWN_DESKTOP.test(name) ? name : 'other'))
    .join(':');
}

function sessionTypeOf(type: string | null): string {
  if (type === null) return 'unknown';
  return SESSION_TYPES.has(type) ? type : 'other';
}
