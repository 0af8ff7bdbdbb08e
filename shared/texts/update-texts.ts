import { assertNever } from '../assert-never.ts';
import type {
  UpdateFault,
  UpdateOffer,
  UpdateState,
  UpdateTrouble,
  UpdateWay,
} from '../update-state.ts';
import { groupedNumber } from './quantities.ts';
import type { StatusTone } from './status-sentence.ts';
import type { TextFormat } from './text-format.ts';
import { momentPhrase } from './time-phrases.ts';

export const updateTexts = {
  title: 'New versions',
  setting: {
    name: 'Look for new versions',
    purpose:
      'About once a day, Cratewatch asks its releases page on GitHub which version is the newest. GitHub sees your internet address, as with any page that you open, and nothing else about you. Nothing is downloaded or installed until you press the button for it.',
  },
  buttons: {
    look: 'Look now',
    again: 'Look again',
    download: ({ version, sizeBytes }: UpdateOffer, format: TextFormat) =>
      `Download version ${version} (${megabytes(sizeBytes, format)})`,
    cancel: 'Cancel the download',
    install: 'Restart and install',
    page: 'Open the releases page',
  },
  progress: 'Download of the new version',
  pageNotOpened: 'Your system did not open a browser.',
} as const;

/** How things stand with newer versions, in words. */
export interface UpdateWords {
  readonly tone: StatusTone;
  readonly headline: string;
  readonly detail: string | null;
}

/** Null while it is off: the switch says all that there is to say. */
export function describeUpdates(
  { way, phase }: UpdateState,
  nowMs: number,
  format: TextFormat = {},
): UpdateWords | null {
  if (phase.kind !== 'off' && way === 'not-released') {
    return {
      tone: 'waiting',
      headline: 'This copy does not know where new versions are',
      detail: 'It was built from the source code. Released versions are on the releases page.',
    };
  }
  switch (phase.kind) {
    case 'off':
      return null;
    case 'resting':
      return resting(phase.lookedAtMs, nowMs, format);
    case 'looking':
      return { tone: 'busy', headline: 'Looking for a new version…', detail: null };
    case 'not-looked':
      return {
        tone: phase.trouble.fault === 'offline' ? 'offline' : 'attention',
        headline: 'Could not look for a new version',
        detail: `${describeTrouble(phase.trouble)} Tried ${momentPhrase(phase.atMs, nowMs, format)}; the next try comes by itself, in about a day.`,
      };
    case 'offered':
      return {
        tone: phase.trouble === null ? 'good' : 'attention',
        headline: `Version ${phase.offer.version} is there`,
        detail: phase.trouble === null ? OFFERED[way] : describeTrouble(phase.trouble),
      };
    case 'downloading':
      return {
        tone: 'busy',
        headline: `Downloading version ${phase.offer.version}…`,
        detail: downloadedPhrase(phase.receivedBytes, phase.offer.sizeBytes, format),
      };
    case 'ready':
      return {
        tone: phase.trouble === null ? 'good' : 'attention',
        headline: `Version ${phase.offer.version} is downloaded and checked`,
        detail:
          phase.trouble === null
            ? 'Cratewatch saves everything, closes, puts the new version in its place and starts it. The watch goes on where it was.'
            : describeTrouble(phase.trouble),
      };
    case 'installing':
      return {
        tone: 'busy',
        headline: `Installing version ${phase.offer.version}…`,
        detail: 'Cratewatch closes now and starts again by itself.',
      };
    default:
      return assertNever(phase);
  }
}

/** "31 of 98 MB". */
function downloadedPhrase(receivedBytes: number, sizeBytes: number, format: TextFormat): string {
  const received = groupedNumber(Math.floor(receivedBytes / 1_000_000), format);
  return `${received} of ${megabytes(sizeBytes, format)}`;
}

function megabytes(bytes: number, format: TextFormat): string {
  return `${groupedNumber(Math.max(1, Math.round(bytes / 1_000_000)), format)} MB`;
}

function resting(lookedAtMs: number | null, nowMs: number, format: TextFormat): UpdateWords {
  return lookedAtMs === null
    ? {
        tone: 'waiting',
        headline: 'Not looked yet',
        detail: 'The first look comes by itself, within a few hours.',
      }
    : {
        tone: 'good',
        headline: 'You have the newest version',
        detail: `Looked ${momentPhrase(lookedAtMs, nowMs, format)}.`,
      };
}

const OFFERED: Readonly<Record<UpdateWay, string>> = {
  installs: 'Downloading it changes nothing yet; you decide when it is installed.',
  'package-manager':
    'The package manager of your system installed this copy and is the one to replace it. Where it does not know the new version yet, its package is on the releases page.',
  'by-hand':
    'This copy cannot replace itself. Get the new version from the releases page and put it where this one is.',
  'not-released': 'It is on the releases page.',
};

function describeTrouble({ step, fault }: UpdateTrouble): string {
  const reason = REASONS[fault];
  switch (step) {
    case 'look':
      return reason;
    case 'download':
      return `The download came to nothing. ${reason}`;
    case 'install':
      return `It was not installed, and everything is as it was. ${reason}`;
  }
}

const REASONS: Readonly<Record<UpdateFault, string>> = {
  offline: 'There is no network.',
  unreachable: 'GitHub does not answer, or the connection broke off.',
  proxy: 'Your proxy did not let it through. What is set for it stands under “Internet”.',
  untrusted: 'The connection to GitHub cannot be trusted: somebody may look into it.',
  'not-there': 'There is nothing on the releases page for a copy like this one.',
  'server-trouble': 'GitHub has trouble of its own just now.',
  unreadable: 'The answer was not one that Cratewatch understands, so nothing of it was taken.',
  'no-package': 'There is a new version, but no package of it for this computer.',
  'system-too-old': 'There is a new version, but it needs a newer system than this one.',
  'led-astray': 'The answer led away from GitHub, and Cratewatch did not follow.',
  damaged: 'The file is not the one that was announced. It was deleted.',
  'not-signed': 'The file is not signed by those who made this copy. It was deleted.',
  'no-room': 'There is not enough room on the disk.',
  'not-writable': 'Cratewatch may not write to the folder that it needs for this.',
};
